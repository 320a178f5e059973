using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What all units of a network have in common.</summary>
sealed record UnitStyle
{
    /// <summary>Batch norm's epsilon.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Batch norm's momentum as PyTorch counts it.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Makes the layer after each batch norm.</summary>
    public required Func<nn.Module<Tensor, Tensor>> Activation { get; init; }

    /// <summary>What follows the first of a squeeze-excitation's two convolutions.</summary>
    public required Func<Tensor, Tensor> SqueezeActivation { get; init; }

    /// <summary>What follows the second, and makes a factor of it.</summary>
    public required Func<Tensor, Tensor> Gate { get; init; }
}

/// <summary>torchvision's Conv2dNormActivation: child 0 is a convolution without bias, 1 a batch norm, 2 the activation.</summary>
static class ConvUnit
{
    /// <summary>A unit that keeps the size of the maps, divided by the stride.</summary>
    public static Sequential Create(UnitStyle style, int inputs, int outputs, int kernel = 1, int stride = 1, int groups = 1) =>
        nn.Sequential(Convolution(inputs, outputs, kernel, stride, groups), Norm(style, outputs), style.Activation());

    /// <summary>A 1x1 unit without activation.</summary>
    public static Sequential Projection(UnitStyle style, int inputs, int outputs) =>
        nn.Sequential(Convolution(inputs, outputs, kernel: 1, stride: 1, groups: 1), Norm(style, outputs));

    static Conv2d Convolution(int inputs, int outputs, int kernel, int stride, int groups) =>
        nn.Conv2d(inputs, outputs, kernel_size: kernel, stride: stride, padding: kernel / 2, groups: groups, bias: false);

    static BatchNorm2d Norm(UnitStyle style, int channels) => nn.BatchNorm2d(channels, eps: style.Epsilon, momentum: style.Momentum);
}

/// <summary>Scales each channel by a number that the means of all channels decide (Hu and others 2018); tensors fc1 and fc2.</summary>
sealed class SqueezeExcitation : nn.Module<Tensor, Tensor>
{
    readonly Func<Tensor, Tensor> activation;
    readonly Conv2d fc1, fc2;

    public SqueezeExcitation(UnitStyle style, int channels, int squeezed) : base(nameof(SqueezeExcitation))
    {
        (activation, Gate) = (style.SqueezeActivation, style.Gate);
        (fc1, fc2) = (nn.Conv2d(channels, squeezed, kernel_size: 1), nn.Conv2d(squeezed, channels, kernel_size: 1));
        RegisterComponents();
    }

    /// <summary>From the last convolution's answer to the factor of each channel.</summary>
    public Func<Tensor, Tensor> Gate { get; }

    /// <summary>N,C,H,W to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scale = input.mean([2, 3], keepdim: true).Then(fc1.call).Then(activation).Then(fc2.call).Then(Gate);
        return input.mul(scale);
    }
}

/// <summary>Leaves a branch out for some photos of a batch (Huang and others 2016), torchvision's mode "row".</summary>
static class StochasticDepth
{
    /// <summary>Each photo's branch is either 0 or divided by the chance to stay, so that the expectation is kept.</summary>
    /// <param name="branch">N,C,H,W.</param>
    /// <param name="drop">Chance to leave it out, below 1. The default generator decides.</param>
    public static Tensor Apply(Tensor branch, double drop)
    {
        using var kept = empty([branch.shape[0], 1, 1, 1], dtype: branch.dtype, device: branch.device);
        kept.bernoulli_(1 - drop).div_(1 - drop);
        return branch.mul(kept);
    }
}

/// <summary>Sizes of an inverted residual block.</summary>
/// <param name="Inputs">Channels of the maps that come in.</param>
/// <param name="Expanded">Channels between; equal to the inputs, nothing expands them.</param>
/// <param name="Outputs">Channels of the maps that go out.</param>
/// <param name="Kernel">Width of the depthwise kernel.</param>
/// <param name="Stride">Stride of the depthwise convolution.</param>
/// <param name="Squeezed">Inner channels of the squeeze-excitation, or null for none.</param>
readonly record struct BlockShape(int Inputs, int Expanded, int Outputs, int Kernel, int Stride, int? Squeezed)
{
    /// <summary>Whether input and output have one shape, so that they are added.</summary>
    public bool IsResidual => Stride == 1 && Inputs == Outputs;
}

/// <summary>
/// The block of MobileNetV3 and EfficientNet: a 1x1 unit expands, a depthwise unit looks around, a squeeze-excitation weighs the channels,
/// a 1x1 unit projects; the input is added where the shapes agree.
/// </summary>
sealed class InvertedResidual : nn.Module<Tensor, Tensor>
{
    readonly Sequential block;
    readonly double drop;

    /// <param name="style">Batch norm and activations.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="drop">Chance of each photo to skip the branch while training.</param>
    public InvertedResidual(UnitStyle style, BlockShape shape, double drop = 0) : base(nameof(InvertedResidual))
    {
        block = nn.Sequential(Layers(style, shape));
        (IsResidual, this.drop) = (shape.IsResidual, drop);
        RegisterComponents();
    }

    /// <summary>Whether the input is added.</summary>
    public bool IsResidual { get; }

    /// <summary>N,C,H,W to N,outputs,H/stride,W/stride.</summary>
    public override Tensor forward(Tensor input)
    {
        var branch = block.call(input);
        if (!IsResidual) return branch;
        if (training && drop > 0) branch = branch.Then(map => StochasticDepth.Apply(map, drop));
        branch.add_(input);
        return branch;
    }

    static IEnumerable<nn.Module<Tensor, Tensor>> Layers(UnitStyle style, BlockShape shape)
    {
        if (shape.Expanded != shape.Inputs) yield return ConvUnit.Create(style, shape.Inputs, shape.Expanded);
        yield return ConvUnit.Create(style, shape.Expanded, shape.Expanded, shape.Kernel, shape.Stride, groups: shape.Expanded);
        if (shape.Squeezed is { } squeezed) yield return new SqueezeExcitation(style, shape.Expanded, squeezed);
        yield return ConvUnit.Projection(style, shape.Expanded, shape.Outputs);
    }
}
