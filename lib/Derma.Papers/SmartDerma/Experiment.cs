using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Papers;

/// <summary>
/// One network with its training (Smart Derma 4.3, experiments 1 to 3). The three networks share one recipe; a variant is an experiment
/// <c>with</c> what it changes.
/// </summary>
public sealed record Experiment
{
    /// <summary>One of <see cref="NetworkNames"/>.</summary>
    public required string Network { get; init; }

    /// <summary>What sets a variant apart, for its folder and its curve; empty for the paper's own experiment.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Share dropped in the head while training (4.2.2: 0.3 to 0.5).</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>What pixels become before the network sees them (4.1.4 names both).</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.ImageNet;

    /// <summary>
    /// A file of torchvision weights to fine-tune (3.2: "transfer learning"), or null to begin with fresh weights (abstract: "trained from scratch").
    /// </summary>
    public string? PretrainedWeights { get; init; }

    /// <summary>
    /// Momentum of the batch norms' running statistics as PyTorch counts it, or null for torchvision's own. MobileNetV3's 0.01 is meant for long
    /// trainings: after a few hundred steps its statistics still lag behind.
    /// </summary>
    public double? BatchNormMomentum { get; init; }

    /// <summary>
    /// The largest weight that the last layer starts with, or null for torchvision's own start. EfficientNet's is 1 / √classes, made for a
    /// thousand of them: with a dozen the first logits are as large as ±5, and a short training spends itself on unlearning them. Whoever replaces
    /// the layer by a new <c>Linear</c>, as usual for other classes, gets 1 / √inputs.
    /// </summary>
    public double? HeadLimit { get; init; }

    /// <summary>The recipe.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Name of its folder below <c>networks/</c>.</summary>
    public string FolderName => Variant.Length == 0 ? Network : $"{Network}-{Variant}";

    /// <summary>Name for a reader.</summary>
    public string Name => Variant.Length == 0 ? Title : $"{Title}, {Variant.Replace('-', ' ')}";

    string Title => NetworkNames.Title(Network);

    /// <summary>The network, fresh or with the pretrained weights below a fresh head.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">Decides the fresh weights.</param>
    /// <exception cref="UserError">The name is unknown, or the file of weights does not fit.</exception>
    public Classifier Build(int classes, long seed)
    {
        var model = Networks.Build(Network, classes, Dropout, seed);
        model.Normalisation = Normalisation;
        if (PretrainedWeights is { } file) Pretrained.Load(model, file, new PretrainedOptions { ReplaceHead = true });
        if (BatchNormMomentum is { } momentum) BatchNorms.SetMomentum(model, momentum);
        if (HeadLimit is { } limit) Narrow(model.modules().OfType<Linear>().Last(), limit);
        return model;
    }

    static void Narrow(Linear head, double limit)
    {
        using var frozen = no_grad();
        using var largest = head.weight.abs().max();
        head.weight.mul_(limit / largest.item<float>());
    }
}
