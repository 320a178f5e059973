using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class GradModeTests
{
    static readonly Tensor weight = ones(1).requires_grad_();

    [Fact]
    public void Nothing_is_recorded_in_a_no_grad_block()
    {
        using (no_grad())
        {
            Assert.False((weight * 2).requires_grad);
            using (enable_grad()) Assert.True((weight * 2).requires_grad);
            Assert.False((weight * 2).requires_grad);
        }
        Assert.True((weight * 2).requires_grad);
    }

    [Fact]
    public void Gradients_add_up_until_they_are_cleared()
    {
        var w = ones(1).requires_grad_();
        (w * 3).sum().backward();
        (w * 4).sum().backward();
        Numbers.Equal([7], w.grad!);
        w.grad = null;
        Assert.Null(w.grad);
    }

    [Fact]
    public void Detached_tensors_carry_no_gradient() => Assert.False((weight * 2).detach().requires_grad);
}
