using System.Text.Json.Serialization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>EfficientNet-B3 (Tan and Le 2019) as torchvision builds it; the network of Smart Derma's experiment 3.</summary>
public sealed record EfficientNetB3Options : TorchvisionOptions
{
    /// <summary>Block i of 26, counted from 0, skips its branch with i / 26 of this chance in training (Huang and others 2016).</summary>
    [JsonPropertyOrder(1)] // behind the others, as the descriptions of old checkpoints have it
    public double StochasticDepth { get; init; } = 0.2;

    internal override double DefaultDropout => 0.3;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.RequireShare(nameof(StochasticDepth), StochasticDepth);
    }
}

/// <summary>EfficientNet-B3 with torchvision's tensor names (features.2.0.block.2.fc1.weight), depth and initial weights.</summary>
public sealed class EfficientNetB3 : TorchvisionNetwork<EfficientNetB3Options>
{
    const double Width = 1.2;
    const double Depth = 1.4;

    // SiLU is not in place: autograd would first copy the input, which the gradient needs.
    static readonly UnitStyle style = new()
    {
        Activation = () => nn.SiLU(), SqueezeActivation = map => F.silu(map), Gate = map => map.sigmoid(),
    };

    // Table 1 of Tan and Le 2019, before width and depth are scaled: expansion, kernel, stride of the first block, outputs, blocks.
    static readonly (int Expansion, int Kernel, int Stride, int Outputs, int Blocks)[] stages =
        [(1, 3, 1, 16, 1), (6, 3, 2, 24, 2), (6, 5, 2, 40, 2), (6, 3, 2, 80, 3), (6, 5, 1, 112, 3), (6, 5, 2, 192, 4), (6, 3, 1, 320, 1)];

    readonly Sequential features, classifier;

    /// <summary>Builds the network with fresh weights.</summary>
    /// <param name="options">Classes, dropout and stochastic depth.</param>
    /// <param name="seed">Decides the weights, whatever else drew random numbers before.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public EfficientNetB3(EfficientNetB3Options options, long seed = 0) : base(nameof(EfficientNetB3), options)
    {
        int stem = Channels.Divisible(32 * Width), outputs = Channels.Divisible(stages[^1].Outputs * Width), last = 4 * outputs;
        features = nn.Sequential(
            [ConvUnit.Create(style, 3, stem, kernel: 3, stride: 2), .. Stages(stem), ConvUnit.Create(style, outputs, last)]);
        classifier = nn.Sequential(nn.Dropout(Options.Dropout!.Value), nn.Linear(last, options.Classes));
        RegisterComponents();
        InitialWeights.Draw(this, seed, fan => fan.Out, (weight, generator) => InitialWeights.Uniform(weight, weight.shape[0], generator));
    }

    /// <summary>Photos N,3,H,W of any size to logits N,classes.</summary>
    public override Tensor forward(Tensor input) => features.call(input).Then(TensorSteps.GlobalAverage).Then(classifier.call);

    IEnumerable<Sequential> Stages(int inputs)
    {
        var total = stages.Sum(stage => Repeats(stage.Blocks));
        var block = 0;
        foreach (var stage in stages)
        {
            var outputs = Channels.Divisible(stage.Outputs * Width);
            var shapes = Shapes(inputs, stage.Expansion, stage.Kernel, stage.Stride, outputs, Repeats(stage.Blocks));
            yield return nn.Sequential([.. shapes.Select(s => new InvertedResidual(style, s, Options.StochasticDepth * block++ / total))]);
            inputs = outputs;
        }
    }

    static IEnumerable<BlockShape> Shapes(int inputs, int expansion, int kernel, int stride, int outputs, int repeats)
    {
        for (var i = 0; i < repeats; i++, (inputs, stride) = (outputs, 1))
            yield return new BlockShape(inputs, expansion * inputs, outputs, kernel, stride, Squeezed: Math.Max(1, inputs / 4));
    }

    static int Repeats(int blocks) => (int)Math.Ceiling(blocks * Depth);
}
