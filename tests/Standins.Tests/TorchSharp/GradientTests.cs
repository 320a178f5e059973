using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

/// <summary>Gradients against central differences, in double precision.</summary>
public class GradientTests
{
    const double Step = 1e-5, Tolerance = 1e-7;

    public static TheoryData<string, Func<Tensor[], Tensor>, long[][]> Functions => new()
    {
        { "conv2d", t => F.conv2d(t[0], t[1], t[2], [2, 1], [1, 0]), [[2, 2, 5, 4], [3, 2, 3, 2], [3]] },
        { "grouped conv2d", t => F.conv2d(t[0], t[1], groups: 2), [[1, 4, 3, 3], [2, 2, 2, 2]] },
        { "batch_norm", t => F.batch_norm(t[0], null, null, t[1], t[2], training: true), [[3, 2, 2, 2], [2], [2]] },
        { "max_pool2d", t => F.max_pool2d(t[0], 2), [[1, 2, 4, 4]] },
        { "avg_pool2d", t => F.avg_pool2d(t[0], 2), [[1, 2, 4, 4]] },
        { "adaptive_avg_pool2d", t => F.adaptive_avg_pool2d(t[0], 2), [[1, 2, 5, 5]] },
        { "linear", t => F.linear(t[0], t[1], t[2]), [[3, 4], [2, 4], [2]] },
        { "cross_entropy", t => F.cross_entropy(t[0], tensor(new long[] { 2, 0, 1 }), label_smoothing: 0.1), [[3, 4]] },
        { "sigmoid", t => t[0].sigmoid(), [[7]] },
        { "relu", t => t[0].relu(), [[7]] },
        { "relu6", t => F.relu6(t[0] * 5), [[7]] },
        { "silu", t => F.silu(t[0]), [[7]] },
        { "hardswish", t => F.hardswish(t[0] * 3), [[7]] },
        { "hardsigmoid", t => F.hardsigmoid(t[0] * 3), [[7]] },
        { "log_softmax", t => t[0].log_softmax(1), [[2, 4]] },
        { "pointwise", t => (t[0].exp() * t[1] - t[1].pow(2) / 3).tanh(), [[5], [5]] },
        { "indexing", t => t[0][TensorIndex.Colon, 1..] * cat([t[1], t[1]]), [[4, 3], [2, 2]] },
        { "reductions", t => t[0].mean([0]) * t[0].var([0]) + t[0].amax(1).sum(), [[3, 3]] },
        { "interpolate", t => F.interpolate(t[0], size: [5, 5], mode: InterpolationMode.Bilinear), [[1, 1, 3, 3]] },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_gradient_is_what_central_differences_say(string name, Func<Tensor[], Tensor> function, long[][] shapes)
    {
        using var generator = new Generator(7);
        Tensor[] inputs = [.. shapes.Select(s => randn(s, float64, generator: generator).requires_grad_())];
        var weights = randn(function(inputs).shape, float64, generator: generator);
        (function(inputs) * weights).sum().backward();
        foreach (var input in inputs)
            Assert.True(input.grad!.allclose(Differences(input, () => (function(inputs) * weights).sum().item<double>()), 1e-6, Tolerance), name);
    }

    [Fact]
    public void Grad_gives_the_gradients_of_several_outputs_without_storing_them()
    {
        var x = tensor(new double[] { 2, 3 }).requires_grad_();
        var found = autograd.grad([(x * x).sum(), x.pow(3).sum()], [x]);
        Numbers.Equal([2 * 2 + 3 * 4, 2 * 3 + 3 * 9], found[0]!);
        Assert.Null(x.grad);
    }

    static Tensor Differences(Tensor input, Func<double> loss)
    {
        using var _ = no_grad();
        var (data, grad) = (input.data<double>(), zeros_like(input));
        for (var i = 0; i < input.numel(); i++)
        {
            var value = data.ToArray()[i];
            double At(double v)
            {
                data.CopyFrom([v], tensorIndex: i);
                return loss();
            }
            grad.data<double>().CopyFrom([(At(value + Step) - At(value - Step)) / (2 * Step)], tensorIndex: i);
            At(value);
        }
        return grad;
    }
}
