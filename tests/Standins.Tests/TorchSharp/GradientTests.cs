using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

/// <summary>Gradients against central differences, in double precision.</summary>
public class GradientTests
{
    const double Step = 1e-5, Tolerance = 1e-6;

    public static TheoryData<string, Func<Tensor[], Tensor>, long[][]> Functions => new()
    {
        { "conv2d", t => F.conv2d(t[0], t[1], t[2], [2, 1], [1, 0]), [[2, 2, 5, 4], [3, 2, 3, 2], [3]] },
        { "grouped conv2d", t => F.conv2d(t[0], t[1], groups: 2), [[1, 4, 3, 3], [2, 2, 2, 2]] },
        { "batch_norm", t => F.batch_norm(t[0], null, null, t[1], t[2], training: true), [[3, 2, 2, 2], [2], [2]] },
        { "max_pool2d", t => F.max_pool2d(t[0], 2), [[1, 2, 4, 4]] },
        { "avg_pool2d", t => F.avg_pool2d(t[0], 2), [[1, 2, 4, 4]] },
        { "linear", t => F.linear(t[0], t[1], t[2]), [[3, 4], [2, 4], [2]] },
        { "cross_entropy", t => F.cross_entropy(t[0], tensor(new long[] { 2, 0, 1 }), label_smoothing: 0.1), [[3, 4]] },
        { "sigmoid", t => t[0].sigmoid(), [[7]] },
        { "relu", t => F.relu(t[0]), [[7]] },
        { "silu", t => F.silu(t[0]), [[7]] },
        { "hardswish", t => F.hardswish(t[0] * 3), [[7]] },
        { "hardsigmoid", t => F.hardsigmoid(t[0] * 3), [[7]] },
        { "softmax", t => t[0].softmax(1), [[2, 4]] },
        { "pointwise", t => (t[0].square() * t[1]).sub(t[1].square() * 0.3).add(t[0]), [[5], [5]] },
        { "joining", t => t[0].index_select(0, tensor(new long[] { 2, 0 })) * cat([t[1], t[1]], 1), [[4, 4], [2, 2]] },
        { "reductions", t => t[0].mean([0]) * t[0].std() + t[0].sum(), [[3, 3]] },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_gradient_is_what_central_differences_say(string name, Func<Tensor[], Tensor> function, long[][] shapes)
    {
        using var generator = new Generator(7);
        Tensor[] inputs = [.. shapes.Select(s => zeros(s, float64).normal_(generator: generator).requires_grad_())];
        var weights = zeros(function(inputs).shape, float64).normal_(generator: generator);
        (function(inputs) * weights).sum().backward();
        foreach (var input in inputs)
            Numbers.Equal(Differences(input, () => (function(inputs) * weights).sum().item<double>()), input.grad!, Tolerance, name);
    }

    static Span<double> Elements(Tensor tensor) => MemoryMarshal.Cast<byte, double>(tensor.bytes);

    static Tensor Differences(Tensor input, Func<double> loss)
    {
        using var _ = no_grad();
        var grad = new double[input.numel()];
        for (var i = 0; i < grad.Length; i++)
        {
            double value = Elements(input)[i], above = At(i, value + Step), below = At(i, value - Step);
            grad[i] = (above - below) / (2 * Step);
            At(i, value);
        }
        return from_array(grad);

        double At(int place, double value)
        {
            Elements(input)[place] = value;
            return loss();
        }
    }
}
