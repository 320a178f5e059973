using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public sealed class LossesTests : IDisposable
{
    readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    static readonly double[] Logits = [0.3, -1.2, 2.0, 0.5];

    [Fact]
    public void Softmax_loss_is_minus_the_logarithm_of_the_true_class_s_share() =>
        Assert.Equal(Math.Log(Logits.Sum(Math.Exp)) - 2.0, Loss(HeadActivation.Softmax, Logits, 2), 6);

    [Fact]
    public void Sigmoids_are_divided_by_their_sum()
    {
        double[] sigmoids = [.. Logits.Select(Sigmoid)];
        Assert.Equal(-Math.Log(sigmoids[2] / sigmoids.Sum()), Loss(HeadActivation.Sigmoid, Logits, 2), 6);
    }

    [Fact]
    public void Sigmoids_are_clipped_as_keras_does()
    {
        // The true class's sigmoid is below 1e-7, the other two are clipped to 1 - 1e-7.
        Assert.Equal(-Math.Log(1e-7 / 2.0), Loss(HeadActivation.Sigmoid, [-40, 40, 50], 0), 4);
    }

    [Fact]
    public void Probabilities_of_sigmoids_add_up_to_one_and_keep_their_ratios()
    {
        var p = HeadActivation.Sigmoid.Probabilities(Row(Logits)).data<float>().ToArray();
        Assert.Equal(1, p.Sum(), 5);
        Assert.Equal(Sigmoid(2.0) / Sigmoid(0.5), p[2] / p[3], 5);
    }

    [Fact]
    public void Class_weights_multiply_and_the_number_of_photos_divides()
    {
        var logits = tensor(new float[] { 1, 0, 0, 0, 2, 0 }).reshape(2, 3);
        var labels = tensor(new long[] { 0, 2 });
        var first = Math.Log(Math.E + 2) - 1;
        var second = Math.Log(2 + Math.Exp(2));
        var loss = Losses.CrossEntropy(HeadActivation.Softmax, logits, labels, tensor(new float[] { 0.5f, 9, 3 }));
        Assert.Equal((0.5 * first + 3 * second) / 2, loss.item<float>(), 5);
    }

    /// <summary>The losses that PyTorch 1.13 printed for the same numbers.</summary>
    [Theory]
    [InlineData(0, 2.1393094)]
    [InlineData(0.1, 2.0635486)]
    public void Divided_by_the_weights_the_loss_is_PyTorch_s(double smoothing, double expected)
    {
        var logits = tensor(new float[] { 1, 0, 0, 0, 2, 0, 0.5f, -1, 0.25f }).reshape(3, 3);
        var loss = Losses.CrossEntropy(
            HeadActivation.Softmax, logits, tensor(new long[] { 0, 2, 1 }), tensor(new float[] { 0.5f, 9, 3 }), smoothing, WeightedMean.OverWeights);
        Assert.Equal(expected, loss.item<float>(), 1e-6);
    }

    [Fact]
    public void The_penalty_is_lambda_times_the_sum_of_squares_and_its_gradient_2_lambda_w()
    {
        using var model = new PaperCnn(Pictures.Network);
        var penalty = Losses.L2Penalty(model, 0.01, L2Scope.HiddenKernels);
        string[] kernels = ["conv1.weight", "conv2.weight", "dense1.weight"];
        Assert.Equal(0.01 * kernels.Sum(name => Squares(model, name)), penalty.item<float>(), 5);
        penalty.backward();
        var weight = model.get_parameter("conv2.weight")!;
        Assert.Equal(0.02f * weight.data<float>().ToArray()[5], weight.grad!.data<float>().ToArray()[5], 6);
        Assert.Null(model.get_parameter("dense2.weight")!.grad);
        Assert.Null(model.get_parameter("conv1.bias")!.grad);
    }

    [Theory]
    [InlineData(L2Scope.AllKernels, new[] { "conv1.weight", "conv2.weight", "dense1.weight", "dense2.weight" })]
    [InlineData(L2Scope.HiddenDense, new[] { "dense1.weight" })]
    public void The_scope_says_which_kernels_count(L2Scope kernels, string[] names)
    {
        using var model = new PaperCnn(Pictures.Network);
        Assert.Equal(names.Sum(name => Squares(model, name)), Losses.L2Penalty(model, 1, kernels).item<float>(), 4);
    }

    static double Squares(PaperCnn model, string name) => model.get_parameter(name)!.data<float>().Sum(w => (double)w * w);

    static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    static Tensor Row(double[] logits) => tensor(Array.ConvertAll(logits, x => (float)x)).unsqueeze(0);

    static float Loss(HeadActivation head, double[] logits, long label) =>
        Losses.CrossEntropy(head, Row(logits), tensor(new[] { label })).item<float>();
}
