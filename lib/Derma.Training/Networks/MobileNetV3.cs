using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>
/// MobileNetV3 Large or Small with torchvision's tensor names (features.4.block.1.0.weight), epsilons and initial weights. TorchSharp's own
/// has ReLU6 inside the squeeze-excitation where torchvision has ReLU, and so other outputs.
/// </summary>
public sealed class MobileNetV3 : TorchvisionNetwork<MobileNetV3Options>
{
    const double DefaultDropout = 0.2;
    const int StemChannels = 16;

    static readonly UnitStyle relu = new()
    {
        Epsilon = 1e-3, Momentum = 0.01,
        Activation = () => nn.ReLU(inplace: true), SqueezeActivation = map => F.relu(map, inplace: true), Gate = map => F.hardsigmoid(map),
    };

    // Not in place: autograd would first copy the input, which the gradient needs.
    static readonly UnitStyle hardswish = relu with { Activation = () => nn.Hardswish() };

    readonly Sequential features, classifier;

    /// <summary>Builds the network with fresh weights.</summary>
    /// <param name="options">Size, classes and dropout.</param>
    /// <param name="seed">Decides the weights, whatever else drew random numbers before.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public MobileNetV3(MobileNetV3Options options, long seed = 0) : base(nameof(MobileNetV3), Filled(options), options.Classes)
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

    static MobileNetV3Options Filled(MobileNetV3Options options)
    {
        options.Validate();
        return options with { Dropout = options.Dropout ?? DefaultDropout };
    }

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
