using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class GradientClipTests
{
    [Theory]
    [InlineData(1.0, 0.2)]
    [InlineData(10.0, 1.0)]
    public void Gradients_longer_than_the_limit_are_scaled_together(double limit, double factor)
    {
        using var scope = NewDisposeScope();
        Parameter first = new(tensor(new float[] { 1, 1 })), second = new(tensor(new float[] { 1 })), without = new(tensor(new float[] { 1 }));
        // The gradient is (3, 0, 4), of length 5.
        (first * tensor(new float[] { 3, 0 })).sum().backward();
        (second * 4).sum().backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_([first, second, without], limit), 5);
        Assert.Equal([Math.Round(3 * factor, 5), 0], first.grad!.data<float>().Select(g => Math.Round(g, 5)));
        Assert.Equal([Math.Round(4 * factor, 5)], second.grad!.data<float>().Select(g => Math.Round(g, 5)));
    }
}
