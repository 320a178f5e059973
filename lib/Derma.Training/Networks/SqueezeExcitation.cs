using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Scales each channel by a number that the means of all channels decide (Hu and others 2018); tensors fc1 and fc2.</summary>
sealed class SqueezeExcitation : nn.Module<Tensor, Tensor>
{
    readonly Func<Tensor, Tensor> activation, gate;
    readonly Conv2d fc1, fc2;

    public SqueezeExcitation(UnitStyle style, int channels, int squeezed) : base(nameof(SqueezeExcitation))
    {
        (activation, gate) = (style.SqueezeActivation, style.Gate);
        (fc1, fc2) = (nn.Conv2d(channels, squeezed, kernel_size: 1), nn.Conv2d(squeezed, channels, kernel_size: 1));
        RegisterComponents();
    }

    /// <summary>N,C,H,W to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scale = input.mean([2, 3], keepdim: true).Then(fc1.call).Then(activation).Then(fc2.call).Then(gate);
        return input.mul(scale);
    }
}
