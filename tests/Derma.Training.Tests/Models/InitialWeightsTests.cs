using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class InitialWeightsTests
{
    // The standard deviation of n normal numbers scatters by 1 / sqrt(2n) of itself; five times that is met once in a million tensors.
    const double Scatters = 5;

    public static TheoryData<string> Names => new(Networks.Names);

    [Theory]
    [InlineData("mobilenet_v3_large", false)]
    [InlineData("mobilenet_v3_small", false)]
    [InlineData("densenet121", true)]
    [InlineData("efficientnet_b3", false)]
    public void Convolutions_are_normal_with_two_over_fan_as_variance(string network, bool fanIn)
    {
        using var model = Networks.Build(network, seed: 3);
        foreach (var (name, weight) in model.named_parameters().Where(p => p.parameter.dim() == 4))
        {
            // Groups count in no fan: a depthwise kernel has its number of channels as outputs and 1 as inputs.
            var shape = weight.shape;
            var expected = Math.Sqrt(2.0 / ((fanIn ? shape[1] : shape[0]) * shape[2] * shape[3]));
            var numbers = Numbers(weight);
            var deviation = Math.Sqrt(numbers.Average(w => w * w));
            Assert.True(Math.Abs(deviation / expected - 1) < Scatters / Math.Sqrt(2.0 * numbers.Length), $"{name}: {deviation} is not {expected}");
            Assert.True(Math.Abs(numbers.Average()) < Scatters * expected / Math.Sqrt(numbers.Length), name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Biases_are_0_and_batch_norms_begin_as_identity(string network)
    {
        using var model = Networks.Build(network);
        Assert.All(StateDict.Of(model).Where(t => t.Tensor.dim() == 1), t => Assert.All(
            Numbers(t.Tensor), value => Assert.Equal(t.Name.EndsWith("weight") || t.Name.EndsWith("running_var") ? 1 : 0, value)));
    }

    [Theory]
    [InlineData("densenet121", 13, 0.03125)]
    [InlineData("efficientnet_b3", 13, 0.27735)]
    [InlineData("efficientnet_b3", 1000, 0.031623)]
    public void These_heads_are_uniform(string network, int classes, double limit)
    {
        // DenseNet: 1 / sqrt(1024 inputs). EfficientNet: 1 / sqrt(classes). The variance of U(-a, a) is a² / 3.
        using var model = Networks.Build(network, classes);
        var weights = Numbers(model.Kernels()[^1]);
        Assert.InRange(weights.Max(), 0.99 * limit, 1.0001 * limit);
        Assert.InRange(weights.Min(), -1.0001 * limit, -0.99 * limit);
        Assert.InRange(weights.Average(w => w * w) / (limit * limit / 3), 0.95, 1.05);
    }

    [Theory]
    [InlineData("mobilenet_v3_large")]
    [InlineData("mobilenet_v3_small")]
    public void These_heads_are_normal_with_deviation_a_hundredth(string network)
    {
        using var model = Networks.Build(network);
        Assert.All(model.Kernels().TakeLast(2), kernel => Assert.InRange(Math.Sqrt(Numbers(kernel).Average(w => w * w)), 0.0096, 0.0104));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_depend_on_the_seed_alone(string network)
    {
        using var first = Networks.Build(network, seed: 3);
        using var elsewhere = rand(7);
        using var same = Networks.Build(network, seed: 3, dropout: 0.5);
        using var other = Networks.Build(network, seed: 4);
        Assert.Equal(Bytes(first), Bytes(same));
        Assert.All(first.Kernels().Zip(other.Kernels()), pair => Assert.NotEqual(Numbers(pair.First), Numbers(pair.Second)));
    }

    static byte[] Bytes(Classifier model) => [.. StateDict.Of(model).SelectMany(t => t.Tensor.bytes.ToArray())];

    static double[] Numbers(Tensor tensor) => [.. tensor.data<float>().Select(v => (double)v)];
}
