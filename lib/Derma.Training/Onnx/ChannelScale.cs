using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>What a batch norm does once its statistics stand still: y = factor · x + shift, channel by channel.</summary>
/// <param name="Factor">weight / √(running_var + ε).</param>
/// <param name="Shift">bias − running_mean · factor.</param>
sealed record ChannelScale(double[] Factor, double[] Shift)
{
    public static ChannelScale Of(BatchNorm2d norm)
    {
        float[] weight = TensorNumbers.Of(norm.weight!), bias = TensorNumbers.Of(norm.bias!);
        float[] mean = TensorNumbers.Of(norm.running_mean!), variance = TensorNumbers.Of(norm.running_var!);
        double[] factor = [.. weight.Zip(variance, (w, v) => w / Math.Sqrt(v + norm.eps))];
        return new ChannelScale(factor, [.. bias.Select((b, c) => b - mean[c] * factor[c])]);
    }

    /// <summary>The same done by the convolution itself: (W x + b) · factor + shift = (factor W) x + (factor b + shift).</summary>
    /// <param name="weight">Output channels first.</param>
    /// <param name="bias">One a channel.</param>
    public (float[] Weight, float[] Bias) FoldInto(float[] weight, float[] bias)
    {
        var each = weight.Length / Factor.Length;
        return ([.. weight.Select((w, i) => (float)(w * Factor[i / each]))], [.. bias.Select((b, c) => (float)(b * Factor[c] + Shift[c]))]);
    }
}
