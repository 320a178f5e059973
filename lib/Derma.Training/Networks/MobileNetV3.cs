using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>The two sizes of MobileNetV3.</summary>
public enum MobileNetV3Variant
{
    /// <summary>15 blocks; the network of Smart Derma's experiment 1.</summary>
    Large,

    /// <summary>11 narrower blocks.</summary>
    Small,
}

/// <summary>MobileNetV3 (Howard and others 2019) as torchvision builds it; the network of Smart Derma's experiment 1.</summary>
public sealed record MobileNetV3Options : TorchvisionOptions
{
    /// <summary>Large or Small.</summary>
    public MobileNetV3Variant Variant { get; init; } = MobileNetV3Variant.Large;

    internal override double DefaultDropout => 0.2;
}

/// <summary>One row of the paper's tables 1 and 2 (Howard and others 2019).</summary>
/// <param name="Kernel">Width of the depthwise kernel.</param>
/// <param name="Expanded">Channels between.</param>
/// <param name="Outputs">Channels that go out.</param>
/// <param name="Squeezes">Whether the block has a squeeze-excitation.</param>
/// <param name="Hardswish">Hardswish or ReLU.</param>
/// <param name="Stride">Stride of the depthwise convolution.</param>
readonly record struct MobileNetV3Row(int Kernel, int Expanded, int Outputs, bool Squeezes, bool Hardswish, int Stride);

/// <summary>The blocks of both sizes (Howard and others 2019, tables 1 and 2).</summary>
static class MobileNetV3Table
{
    static readonly MobileNetV3Row[] large =
    [
        new(3, 16, 16, false, false, 1),
        new(3, 64, 24, false, false, 2), new(3, 72, 24, false, false, 1),
        new(5, 72, 40, true, false, 2), new(5, 120, 40, true, false, 1), new(5, 120, 40, true, false, 1),
        new(3, 240, 80, false, true, 2), new(3, 200, 80, false, true, 1), new(3, 184, 80, false, true, 1), new(3, 184, 80, false, true, 1),
        new(3, 480, 112, true, true, 1), new(3, 672, 112, true, true, 1),
        new(5, 672, 160, true, true, 2), new(5, 960, 160, true, true, 1), new(5, 960, 160, true, true, 1),
    ];

    static readonly MobileNetV3Row[] small =
    [
        new(3, 16, 16, true, false, 2),
        new(3, 72, 24, false, false, 2), new(3, 88, 24, false, false, 1),
        new(5, 96, 40, true, true, 2), new(5, 240, 40, true, true, 1), new(5, 240, 40, true, true, 1),
        new(5, 120, 48, true, true, 1), new(5, 144, 48, true, true, 1),
        new(5, 288, 96, true, true, 2), new(5, 576, 96, true, true, 1), new(5, 576, 96, true, true, 1),
    ];

    public static IReadOnlyList<MobileNetV3Row> Rows(MobileNetV3Variant variant) => variant == MobileNetV3Variant.Large ? large : small;

    /// <summary>Width of the head's hidden layer.</summary>
    public static int HiddenWidth(MobileNetV3Variant variant) => variant == MobileNetV3Variant.Large ? 1280 : 1024;
}

/// <summary>
/// MobileNetV3 Large or Small with torchvision's tensor names (features.4.block.1.0.weight), epsilons and initial weights. TorchSharp's own
/// has ReLU6 inside the squeeze-excitation where torchvision has ReLU, and so other outputs.
/// </summary>
public sealed class MobileNetV3 : TorchvisionNetwork<MobileNetV3Options>
{
    const int StemChannels = 16;

    static readonly UnitStyle relu = new()
    {
        Epsilon = 1e-3, Momentum = 0.01,
        Activation = () => nn.ReLU(inplace: true), SqueezeActivation = TensorSteps.Relu, Gate = map => F.hardsigmoid(map),
    };

    // Not in place: autograd would first copy the input, which the gradient needs.
    static readonly UnitStyle hardswish = relu with { Activation = () => nn.Hardswish() };

    readonly Sequential features, classifier;

    /// <summary>Builds the network with fresh weights.</summary>
    /// <param name="options">Size, classes and dropout.</param>
    /// <param name="seed">Decides the weights, whatever else drew random numbers before.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public MobileNetV3(MobileNetV3Options options, long seed = 0) : base(nameof(MobileNetV3), options)
    {
        var rows = MobileNetV3Table.Rows(options.Variant);
        var last = 6 * rows[^1].Outputs;
        var hidden = MobileNetV3Table.HiddenWidth(options.Variant);
        features = nn.Sequential(
        [
            ConvUnit.Create(hardswish, 3, StemChannels, kernel: 3, stride: 2), .. Blocks(rows),
            ConvUnit.Create(hardswish, rows[^1].Outputs, last),
        ]);
        classifier = nn.Sequential(
            nn.Linear(last, hidden), nn.Hardswish(), nn.Dropout(Options.Dropout!.Value), nn.Linear(hidden, options.Classes));
        RegisterComponents();
        InitialWeights.Draw(this, seed, fan => fan.Out, (weight, generator) => weight.normal_(0, 0.01, generator));
    }

    /// <summary>Photos N,3,H,W of any size to logits N,classes.</summary>
    public override Tensor forward(Tensor input) => features.call(input).Then(TensorSteps.GlobalAverage).Then(classifier.call);

    static IEnumerable<nn.Module<Tensor, Tensor>> Blocks(IReadOnlyList<MobileNetV3Row> rows)
    {
        var inputs = StemChannels;
        foreach (var row in rows)
        {
            int? squeezed = row.Squeezes ? Channels.Divisible(row.Expanded / 4) : null;
            yield return new InvertedResidual(
                row.Hardswish ? hardswish : relu, new BlockShape(inputs, row.Expanded, row.Outputs, row.Kernel, row.Stride, squeezed));
            inputs = row.Outputs;
        }
    }
}
