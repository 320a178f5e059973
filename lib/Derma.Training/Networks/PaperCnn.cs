using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>
/// The CNN of the CNN report: 3x3 convolutions with bias, each with an optional batch norm, a ReLU and a 2x2 max-pool, then dense layers.
/// Keras' conventions: Glorot-uniform kernels, zero biases, batch norm with momentum 0.99 (0.01 as PyTorch counts) unless the options say
/// otherwise, and epsilon 1e-3. Tensors are named conv1.weight, bn1.running_mean, dense1.bias and so on.
/// </summary>
public sealed class PaperCnn : Classifier
{
    const double BatchNormEpsilon = 1e-3, KerasMomentum = 0.01;

    readonly Conv2d[] convolutions;
    readonly BatchNorm2d[] norms;
    readonly Linear[] dense;

    /// <summary>Builds the network with fresh weights.</summary>
    /// <param name="options">The architecture.</param>
    /// <param name="seed">Decides the weights, whatever else drew random numbers before.</param>
    /// <exception cref="UserError">The options do not fit each other.</exception>
    public PaperCnn(PaperCnnOptions options, long seed = 0) : base(nameof(PaperCnn))
    {
        options.Validate();
        Options = options;
        int[] channels = [3, .. options.Filters];
        int[] widths = [options.Features, .. options.Dense, options.Classes];
        var padding = options.EffectivePadding == ConvolutionPadding.Same ? 1 : 0;
        convolutions = [.. channels.Zip(channels.Skip(1), (from, to) => nn.Conv2d(from, to, kernel_size: 3, padding: padding))];
        norms = options.BatchNorm ? [.. options.Filters.Select(Norm)] : [];
        dense = [.. widths.Zip(widths.Skip(1), (from, to) => nn.Linear(from, to))];
        Register();
        Initialise(seed);
    }

    /// <summary>The architecture.</summary>
    public PaperCnnOptions Options { get; }

    /// <inheritdoc/>
    public override int Classes => Options.Classes;

    /// <inheritdoc/>
    public override string Description => JsonSerializer.Serialize(Options);

    /// <inheritdoc/>
    public override string HeadName => $"dense{dense.Length}";

    /// <inheritdoc/>
    public override HeadActivation Head => Options.Head;

    /// <summary>Photos N,3,H,W to logits N,classes. A map is disposed once the next is there; autograd keeps those that it needs.</summary>
    public override Tensor forward(Tensor input)
    {
        var x = Block(0, input);
        for (var i = 1; i < convolutions.Length; i++) x = x.Then(map => Block(i, map));
        x = x.Then(Options.Reduction == FeatureReduction.GlobalAverage ? TensorSteps.GlobalAverage : map => map.flatten(start_dim: 1));
        foreach (var layer in dense[..^1]) x = x.Then(vector => Hidden(layer, vector));
        return x.Then(dense[^1].call);
    }

    Tensor Block(int i, Tensor input)
    {
        var x = convolutions[i].call(input);
        if (Options.Order == BlockOrder.ConvReluNormPool) x = x.Then(TensorSteps.Relu);
        if (Options.BatchNorm) x = x.Then(norms[i].call);
        if (Options.Order == BlockOrder.ConvNormReluPool) x = x.Then(TensorSteps.Relu);
        return x.Then(map => F.max_pool2d(map, 2));
    }

    Tensor Hidden(Linear layer, Tensor input)
    {
        var x = layer.call(input).Then(TensorSteps.Relu);
        return Options.Dropout > 0 && training ? x.Then(vector => F.dropout(vector, Options.Dropout, training: true)) : x;
    }

    BatchNorm2d Norm(int channels) => nn.BatchNorm2d(channels, eps: BatchNormEpsilon, momentum: Options.BatchNormMomentum ?? KerasMomentum);

    void Register()
    {
        for (var i = 0; i < convolutions.Length; i++)
        {
            register_module($"conv{i + 1}", convolutions[i]);
            if (Options.BatchNorm) register_module($"bn{i + 1}", norms[i]);
        }
        for (var i = 0; i < dense.Length; i++) register_module($"dense{i + 1}", dense[i]);
    }

    void Initialise(long seed)
    {
        using var generator = new Generator((ulong)seed);
        using var frozen = no_grad();
        foreach (var (weight, bias) in convolutions.Select(c => (c.weight, c.bias)).Concat(dense.Select(d => (d.weight, d.bias))))
        {
            var (fanIn, fanOut) = nn.init.CalculateFanInAndFanOut(weight);
            var limit = Math.Sqrt(6.0 / (fanIn + fanOut));
            weight.uniform_(-limit, limit, generator);
            nn.init.zeros_(bias!);
        }
    }
}
