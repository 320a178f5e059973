using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

/// <summary>A batch laid out N,H,W,C and permuted to N,C,H,W keeps that layout through the layers.</summary>
public class StrideTests
{
    static Tensor Pixels => rand([2, 6, 6, 4]).permute(0, 3, 1, 2);

    public static TheoryData<string, Func<Tensor, Tensor>> Layers => new()
    {
        { "conv2d", x => nn.Conv2d(4, 8, 3, padding: 1).call(x) },
        { "batch_norm", x => nn.BatchNorm2d(4).call(x) },
        { "relu", x => F.relu(x) },
        { "max_pool2d", x => F.max_pool2d(x, 2) },
        { "avg_pool2d", x => F.avg_pool2d(x, 2) },
        { "hardswish", x => F.hardswish(x) },
        { "dropout", x => F.dropout(x) },
        { "sum", x => x + x },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_keeps_channels_last(string name, Func<Tensor, Tensor> layer)
    {
        var output = layer(Pixels);
        Assert.True(output.stride(1) == 1, name);
        Assert.Equal(output.shape[1], output.stride(3));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_layout_does_not_change_the_values(string name, Func<Tensor, Tensor> layer)
    {
        if (name is "dropout" or "conv2d") return;
        var pixels = Pixels;
        Numbers.Equal(layer(pixels.contiguous()), layer(pixels), 1e-5);
    }

    [Fact]
    public void A_convolution_gives_the_same_values_in_both_layouts()
    {
        var conv = nn.Conv2d(4, 8, 3);
        var pixels = Pixels;
        Numbers.Equal(conv.call(pixels.contiguous()), conv.call(pixels), 1e-5);
    }
}
