using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

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
