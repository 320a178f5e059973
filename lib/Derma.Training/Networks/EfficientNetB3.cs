using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>EfficientNet-B3 with torchvision's tensor names (features.2.0.block.2.fc1.weight), stochastic depth and initial weights.</summary>
public sealed class EfficientNetB3 : TorchvisionNetwork<EfficientNetB3Options>
{
    const double DefaultDropout = 0.3;
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
    public EfficientNetB3(EfficientNetB3Options options, long seed = 0) : base(nameof(EfficientNetB3), Filled(options), options.Classes)
    {
        int stem = Channels.Divisible(32 * Width), outputs = Channels.Divisible(stages[^1].Outputs * Width), last = 4 * outputs;
        features = nn.Sequential(
            [ConvUnit.Create(style, 3, stem, kernel: 3, stride: 2), .. Stages(stem), ConvUnit.Create(style, outputs, last)]);
        classifier = nn.Sequential(nn.Dropout(Options.Dropout!.Value), nn.Linear(last, options.Classes));
        RegisterComponents();
        InitialWeights.Draw(this, seed, fan => fan.Out, DrawLinear);
    }

    /// <summary>Photos N,3,H,W of any size to logits N,classes.</summary>
    public override Tensor forward(Tensor input) => features.call(input).Then(TensorSteps.GlobalAverage).Then(classifier.call);

    static EfficientNetB3Options Filled(EfficientNetB3Options options)
    {
        options.Validate();
        return options with { Dropout = options.Dropout ?? DefaultDropout };
    }

    IEnumerable<Sequential> Stages(int inputs)
    {
        var total = stages.Sum(stage => Repeats(stage.Blocks));
        var block = 0;
        foreach (var stage in stages)
        {
            var outputs = Channels.Divisible(stage.Outputs * Width);
            var shapes = Shapes(inputs, stage.Expansion, stage.Kernel, stage.Stride, outputs, Repeats(stage.Blocks));
            yield return nn.Sequential(shapes.Select(s => new InvertedResidual(style, s, Options.StochasticDepth * block++ / total)).ToArray());
            inputs = outputs;
        }
    }

    static IEnumerable<BlockShape> Shapes(int inputs, int expansion, int kernel, int stride, int outputs, int repeats)
    {
        for (var i = 0; i < repeats; i++, (inputs, stride) = (outputs, 1))
            yield return new BlockShape(inputs, expansion * inputs, outputs, kernel, stride, Squeezed: Math.Max(1, inputs / 4));
    }

    static int Repeats(int blocks) => (int)Math.Ceiling(blocks * Depth);

    static void DrawLinear(Tensor weight, Generator generator)
    {
        var limit = 1 / Math.Sqrt(weight.shape[0]);
        weight.uniform_(-limit, limit, generator);
    }
}
