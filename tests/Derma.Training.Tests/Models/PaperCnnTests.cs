using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class PaperCnnTests
{
    static readonly PaperCnnOptions Small = new() { Classes = 5, ImageSize = 32, Filters = [4, 8], Dense = [6], Dropout = 0.5 };

    [Fact]
    public void Without_batch_norm_only_convolutions_and_dense_layers_have_tensors()
    {
        using var model = new PaperCnn(Small with { BatchNorm = false });
        Assert.Equal(
            ["conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias"],
            StateDict.Of(model).Select(t => t.Name));
    }

    [Theory]
    [InlineData(BlockOrder.ConvReluNormPool, FeatureReduction.Flatten, ConvolutionPadding.Valid)]
    [InlineData(BlockOrder.ConvNormReluPool, FeatureReduction.Flatten, ConvolutionPadding.Same)]
    [InlineData(BlockOrder.ConvNormReluPool, FeatureReduction.GlobalAverage, ConvolutionPadding.Valid)]
    public void Photos_become_one_row_of_logits_each(BlockOrder order, FeatureReduction reduction, ConvolutionPadding padding)
    {
        using var scope = NewDisposeScope();
        using var model = new PaperCnn(Small with { Order = order, Reduction = reduction, Padding = padding });
        var photos = rand(3, 3, 32, 32);
        Assert.Equal([3, 5], model.call(photos).shape);
        Assert.Equal([3, 3, 32, 32], photos.shape);
    }

    [Fact]
    public void Kernels_are_glorot_uniform_and_biases_zero()
    {
        using var model = new PaperCnn(new PaperCnnOptions());
        // Glorot and Bengio 2010: U(-a, a) with a = sqrt(6 / (fan in + fan out)); its variance is a^2 / 3.
        var limit = Math.Sqrt(6.0 / (256 * 9 + 512 * 9));
        var weight = model.get_parameter("conv6.weight")!.data<float>().ToArray();
        Assert.InRange(weight.Max(), 0.99 * limit, limit);
        Assert.InRange(weight.Min(), -limit, -0.99 * limit);
        Assert.Equal(limit * limit / 3, weight.Average(w => (double)w * w), 6);
        Assert.All(model.get_parameter("conv6.bias")!.data<float>().ToArray(), b => Assert.Equal(0, b));
    }

    [Fact]
    public void Weights_depend_on_the_seed_alone()
    {
        using var first = new PaperCnn(Small, seed: 3);
        using var elsewhere = rand(7);
        using var same = new PaperCnn(Small, seed: 3);
        using var other = new PaperCnn(Small, seed: 4);
        Assert.Equal(Bytes(first), Bytes(same));
        Assert.NotEqual(Bytes(first), Bytes(other));
    }

    [Fact]
    public void Dropout_makes_training_passes_differ_and_evaluation_passes_not()
    {
        using var scope = NewDisposeScope();
        using var model = new PaperCnn(Small with { BatchNorm = false });
        var photos = rand(4, 3, 32, 32);
        Assert.NotEqual(Numbers(model.call(photos)), Numbers(model.call(photos)));
        model.eval();
        Assert.Equal(Numbers(model.call(photos)), Numbers(model.call(photos)));
    }

    static byte[] Bytes(PaperCnn model) => [.. StateDict.Of(model).SelectMany(t => t.Tensor.bytes.ToArray())];

    static float[] Numbers(Tensor tensor) => tensor.detach().data<float>().ToArray();
}
