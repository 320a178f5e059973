using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

[Collection(DefaultGenerator.Name)]
public class LayerTests
{
    static readonly Tensor four_by_four = tensor([.. Enumerable.Range(0, 16).Select(i => (float)i)]).reshape(1, 1, 4, 4);

    [Fact]
    public void A_convolution_sums_products_under_its_kernel()
    {
        var kernel = tensor(new float[] { 1, 0, 0, -1 }).reshape(1, 1, 2, 2);
        var found = F.conv2d(four_by_four, kernel, tensor(new float[] { 0.5f }));
        // Each pixel minus the one below and to the right, which is 5 more.
        Numbers.Equal([.. Enumerable.Repeat(-4.5, 9)], found);
    }

    [Fact]
    public void Padding_keeps_the_size_and_its_absence_shrinks_it()
    {
        var input = zeros(2, 3, 9, 7);
        Assert.Equal([2, 5, 9, 7], nn.Conv2d(3, 5, 3, padding: 1).call(input).shape);
        Assert.Equal([2, 5, 7, 5], nn.Conv2d(3, 5, 3).call(input).shape);
        Assert.Equal([2, 5, 5, 4], nn.Conv2d(3, 5, 3, stride: 2, padding: 1).call(input).shape);
        Assert.Equal([2, 6, 9, 7], nn.Conv2d(3, 6, 3, padding: 1, groups: 3, bias: false).call(input).shape);
        Assert.Equal([2, 5, 9, 7], nn.Conv2d(3, 5, 3, padding: 1, padding_mode: PaddingModes.Reflect).call(input).shape);
    }

    [Fact]
    public void Batch_norm_standardises_by_the_batch_and_keeps_running_statistics()
    {
        var norm = nn.BatchNorm2d(1, eps: 0.5, momentum: 0.25);
        var output = norm.call(tensor(new float[] { 1, 2, 3, 6 }).reshape(2, 1, 1, 2));
        // Mean 3; variance 3.5 over n, 14/3 over n - 1.
        Numbers.Equal([-2 / 2.0, -1 / 2.0, 0, 3 / 2.0], output, 1e-6);
        Numbers.Equal([0.25 * 3], norm.running_mean!);
        Numbers.Equal([0.75 + 0.25 * 14 / 3], norm.running_var!, 1e-6);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Batch_norm_in_evaluation_uses_the_running_statistics_and_leaves_them()
    {
        var norm = nn.BatchNorm2d(2, eps: 0);
        norm.running_mean!.copy_(tensor(new float[] { 1, 2 }));
        norm.running_var!.copy_(tensor(new float[] { 4, 9 }));
        norm.eval();
        Numbers.Equal([2, 2], norm.call(tensor(new float[] { 5, 8 }).reshape(1, 2, 1, 1)));
        Numbers.Equal([1, 2], norm.running_mean!);
    }

    [Fact]
    public void Pools_take_the_largest_or_the_mean()
    {
        Numbers.Equal([5, 7, 13, 15], nn.MaxPool2d(2).call(four_by_four));
        Numbers.Equal([2.5, 4.5, 10.5, 12.5], F.avg_pool2d(four_by_four, 2));
        Assert.Equal([1, 1, 2, 2], nn.MaxPool2d(3, stride: 2, padding: 1).call(four_by_four).shape);
    }

    [Fact]
    public void A_linear_layer_multiplies_and_adds()
    {
        var layer = nn.Linear(2, 1);
        using var _ = no_grad();
        layer.weight.copy_(tensor(new float[] { 2, 3 }));
        layer.bias!.copy_(tensor(new float[] { 1 }));
        Numbers.Equal([2 * 5 + 3 * 7 + 1], layer.call(tensor(new float[] { 5, 7 })));
    }

    [Fact]
    public void Activations_follow_their_formulas()
    {
        double[] x = [-4, -1, 0, 1, 7];
        var t = from_array(x);
        Numbers.Equal([.. x.Select(v => Math.Max(v, 0))], nn.ReLU().call(t));
        Numbers.Equal([.. x.Select(v => Math.Clamp(v + 3, 0, 6) / 6)], F.hardsigmoid(t), 1e-12);
        Numbers.Equal([.. x.Select(v => v * Math.Clamp(v + 3, 0, 6) / 6)], nn.Hardswish().call(t), 1e-12);
        Numbers.Equal([.. x.Select(v => 1 / (1 + Math.Exp(-v)))], t.sigmoid(), 1e-12);
        Numbers.Equal([.. x.Select(v => v / (1 + Math.Exp(-v)))], nn.SiLU().call(t), 1e-12);
    }

    [Fact]
    public void Dropout_zeroes_a_share_and_enlarges_the_rest_in_training_only()
    {
        manual_seed(1);
        var layer = nn.Dropout(0.25);
        var output = layer.call(ones(10_000));
        Assert.InRange(output.eq(0).sum().item<long>(), 2_300, 2_700);
        Assert.Equal(4 / 3f, output.max().item<float>());
        layer.eval();
        Assert.Equal(10_000, layer.call(ones(10_000)).sum().item<float>());
    }
}
