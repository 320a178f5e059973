using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>DenseNet-121 (Huang and others 2017) as torchvision builds it; the network of Smart Derma's experiment 2.</summary>
public sealed record DenseNet121Options : TorchvisionOptions
{
    internal override double DefaultDropout => 0;
}

/// <summary>One layer of a dense block: batch norm, ReLU, 1x1 convolution, batch norm, ReLU, 3x3 convolution.</summary>
sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    const int BottleneckFactor = 4;

    readonly BatchNorm2d norm1;
    readonly Conv2d conv1;
    readonly BatchNorm2d norm2;
    readonly Conv2d conv2;

    public DenseLayer(int inputs, int growth) : base(nameof(DenseLayer))
    {
        var bottleneck = BottleneckFactor * growth;
        norm1 = nn.BatchNorm2d(inputs);
        conv1 = nn.Conv2d(inputs, bottleneck, kernel_size: 1, bias: false);
        norm2 = nn.BatchNorm2d(bottleneck);
        conv2 = nn.Conv2d(bottleneck, growth, kernel_size: 3, padding: 1, bias: false);
        RegisterComponents();
    }

    /// <summary>N,inputs,H,W to the new maps alone, N,growth,H,W.</summary>
    public override Tensor forward(Tensor input) =>
        norm1.call(input).Then(TensorSteps.Relu).Then(conv1.call).Then(norm2.call).Then(TensorSteps.Relu).Then(conv2.call);
}

/// <summary>
/// Layers that each add maps to those before them. Every layer's maps are joined to the whole once, so that autograd keeps one tensor a
/// layer, and the new maps alone are not kept.
/// </summary>
sealed class DenseBlock : nn.Module<Tensor, Tensor>
{
    readonly DenseLayer[] layers;

    public DenseBlock(int inputs, int count, int growth) : base(nameof(DenseBlock))
    {
        layers = [.. Enumerable.Range(0, count).Select(i => new DenseLayer(inputs + i * growth, growth))];
        for (var i = 0; i < count; i++) register_module($"denselayer{i + 1}", layers[i]);
    }

    /// <summary>N,inputs,H,W to N,inputs + layers · growth,H,W; what is new stands last.</summary>
    public override Tensor forward(Tensor input) =>
        layers.Skip(1).Aggregate(Extend(layers[0], input), (maps, layer) => maps.Then(known => Extend(layer, known)));

    static Tensor Extend(DenseLayer layer, Tensor maps)
    {
        using var grown = layer.call(maps);
        return cat([maps, grown], 1);
    }
}

/// <summary>Between two dense blocks: batch norm, ReLU, a 1x1 convolution that halves the channels, and a 2x2 mean.</summary>
sealed class DenseTransition : nn.Module<Tensor, Tensor>
{
    readonly BatchNorm2d norm;
    readonly Conv2d conv;

    public DenseTransition(int inputs) : base(nameof(DenseTransition))
    {
        norm = nn.BatchNorm2d(inputs);
        conv = nn.Conv2d(inputs, inputs / 2, kernel_size: 1, bias: false);
        RegisterComponents();
    }

    /// <summary>N,C,H,W to N,C/2,H/2,W/2.</summary>
    public override Tensor forward(Tensor input) =>
        norm.call(input).Then(TensorSteps.Relu).Then(conv.call).Then(map => F.avg_pool2d(map, 2));
}

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
    public DenseNet121(DenseNet121Options options, long seed = 0) : base(nameof(DenseNet121), options)
    {
        features = nn.Sequential([.. Stem(), .. Blocks(out var channels), ("norm5", nn.BatchNorm2d(channels))]);
        classifier = nn.Linear(channels, options.Classes);
        register_module(nameof(features), features); // by name: the real package's order of fields is not theirs
        register_module(nameof(classifier), classifier);
        InitialWeights.Draw(this, seed, fan => fan.In, (weight, generator) => InitialWeights.Uniform(weight, weight.shape[1], generator));
    }

    /// <summary>Photos N,3,H,W to logits N,classes.</summary>
    /// <exception cref="UserError">The photos are smaller than 29 px.</exception>
    public override Tensor forward(Tensor input)
    {
        if (Math.Min(input.shape[2], input.shape[3]) < MinimumSize)
            throw new UserError($"DenseNet121 needs photos of {MinimumSize} px or more; these have {input.shape[3]} x {input.shape[2]}.");
        return features.call(input).Then(TensorSteps.Relu).Then(TensorSteps.GlobalAverage).Then(Drop).Then(classifier.call);
    }

    Tensor Drop(Tensor vector) => F.dropout(vector, Options.Dropout!.Value, training: training);

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
}
