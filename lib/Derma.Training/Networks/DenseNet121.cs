using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>DenseNet-121 with torchvision's tensor names (features.denseblock1.denselayer1.norm1.weight) and initial weights.</summary>
public sealed class DenseNet121 : TorchvisionNetwork<DenseNet121Options>
{
    const int Growth = 32;
    const int StemChannels = 64;

    // Below, the third transition would have no pixel left.
    const int MinimumSize = 29;

    static readonly int[] blocks = [6, 12, 24, 16];

    readonly Sequential features;
    readonly Linear classifier;

    /// <summary>Builds the network with fresh weights.</summary>
    /// <param name="options">Classes and dropout.</param>
    /// <param name="seed">Decides the weights, whatever else drew random numbers before.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public DenseNet121(DenseNet121Options options, long seed = 0) : base(nameof(DenseNet121), Filled(options), options.Classes)
    {
        features = nn.Sequential([.. Stem(), .. Blocks(out var channels), ("norm5", nn.BatchNorm2d(channels))]);
        classifier = nn.Linear(channels, options.Classes);
        register_module(nameof(features), features); // by name: the real package's order of fields is not theirs
        register_module(nameof(classifier), classifier);
        InitialWeights.Draw(this, seed, fan => fan.In, DrawLinear);
    }

    /// <summary>Photos N,3,H,W to logits N,classes.</summary>
    /// <exception cref="UserError">The photos are smaller than 29 px.</exception>
    public override Tensor forward(Tensor input)
    {
        if (Math.Min(input.shape[2], input.shape[3]) < MinimumSize)
            throw new UserError($"DenseNet121 needs photos of {MinimumSize} px or more; these have {input.shape[3]} x {input.shape[2]}.");
        return features.call(input).Then(DenseLayer.Relu).Then(TensorSteps.GlobalAverage).Then(Drop).Then(classifier.call);
    }

    Tensor Drop(Tensor vector) => F.dropout(vector, Options.Dropout!.Value, training: training);

    static DenseNet121Options Filled(DenseNet121Options options)
    {
        options.Validate();
        return options with { Dropout = options.Dropout ?? 0 };
    }

    static IEnumerable<(string, nn.Module<Tensor, Tensor>)> Stem() =>
    [
        ("conv0", nn.Conv2d(3, StemChannels, kernel_size: 7, stride: 2, padding: 3, bias: false)),
        ("norm0", nn.BatchNorm2d(StemChannels)), ("relu0", nn.ReLU(inplace: true)), ("pool0", nn.MaxPool2d(3, stride: 2, padding: 1)),
    ];

    static List<(string, nn.Module<Tensor, Tensor>)> Blocks(out int channels)
    {
        var modules = new List<(string, nn.Module<Tensor, Tensor>)>();
        channels = StemChannels;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (i > 0) modules.Add(($"transition{i}", new DenseTransition(channels)));
            if (i > 0) channels /= 2;
            modules.Add(($"denseblock{i + 1}", new DenseBlock(channels, blocks[i], Growth)));
            channels += blocks[i] * Growth;
        }
        return modules;
    }

    /// <summary>PyTorch's own start of a dense layer: uniform within 1 / sqrt(fan in).</summary>
    static void DrawLinear(Tensor weight, Generator generator)
    {
        var limit = 1 / Math.Sqrt(weight.shape[1]);
        weight.uniform_(-limit, limit, generator);
    }
}
