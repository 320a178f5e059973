using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Conv2d : Convolution
{
    [SetsRequiredMembers]
    internal Conv2d(
        long inputs, long outputs, (long, long) kernel, (long, long)? stride, (long, long)? padding, (long, long)? dilation,
        PaddingModes mode, long groups, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), [outputs, inputs / groups, kernel.Item1, kernel.Item2], groups, hasBias, device, dtype)
    {
        (this.stride, this.dilation) = (Pair(stride ?? (1, 1)), Pair(dilation ?? (1, 1)));
        (this.padding, padding_mode) = (Pair(padding ?? (0, 0)), mode);
    }

    public override Tensor forward(Tensor input)
    {
        if (padding_mode is PaddingModes.Zeros) return nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        using var padded = nn.functional.pad(input, [padding![1], padding[1], padding[0], padding[0]], padding_mode);
        return nn.functional.conv2d(padded, weight, bias, stride, null, dilation, groups);
    }

    static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];
}
