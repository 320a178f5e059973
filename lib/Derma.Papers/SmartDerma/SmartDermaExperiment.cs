using TorchSharp.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Papers;

/// <summary>
/// One network with its training (Smart Derma 4.3, experiments 1 to 3). The three networks share one recipe; a variant is an experiment
/// <c>with</c> what it changes.
/// </summary>
public sealed record SmartDermaExperiment : Experiment
{
    /// <summary>Periodic checkpoints of a training (4.2.4), besides the last and the best.</summary>
    const int KeptCheckpoints = 2;

    /// <summary>How often in a training weights, gradients and activations are told (4.2.3).</summary>
    const int Tellings = 4;

    /// <summary>The network.</summary>
    public required NetworkOptions Network { get; init; }

    /// <inheritdoc/>
    protected override string Title => NetworkNames.Title(Network.Architecture);

    /// <inheritdoc/>
    protected override string Group => "networks";

    /// <inheritdoc/>
    protected override string Id => Network.Architecture;

    /// <inheritdoc/>
    protected override object OptionsOfNetwork => Network;

    internal override Judged Judged => Judged.BestEpochOnTest;

    internal override string Notebooks => "31,32,33";

    /// <inheritdoc/>
    public override Classifier Build(int classes, int imageSize, long seed) => Network.Build(classes, seed);

    /// <summary>The network, fresh or with the pretrained weights below a fresh head; it takes photos of any size.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">Decides the fresh weights.</param>
    /// <exception cref="UserError">The name is unknown, or the file of weights does not fit.</exception>
    public Classifier Build(int classes, long seed) => Network.Build(classes, seed);

    internal override CheckpointOptions Checkpoints(string folder, int epochs) =>
        new(folder) { KeepEveryEpochs = Math.Max(1, epochs / KeptCheckpoints) };

    internal override LoggingOptions Logging(int epochs)
    {
        var every = Math.Max(1, epochs / Tellings);
        return new LoggingOptions { WeightsEvery = every, GradientsEvery = every, ActivationsEvery = every, ConfusionEvery = every };
    }
}

/// <summary>One of torchvision's networks, and how it starts.</summary>
public sealed record NetworkOptions
{
    /// <summary>One of <see cref="NetworkNames"/>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Share dropped in the head while training (4.2.2: 0.3 to 0.5).</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>What pixels become before the network sees them (4.1.4 names both).</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.ImageNet;

    /// <summary>
    /// A file of torchvision weights to fine-tune (3.2: "transfer learning"), or null to begin with fresh weights (abstract:
    /// "trained from scratch").
    /// </summary>
    public string? PretrainedWeights { get; init; }

    /// <summary>
    /// Momentum of the batch norms' running statistics as PyTorch counts it, or null for torchvision's own. MobileNetV3's 0.01 is meant for
    /// long trainings: after a few hundred steps its statistics still lag behind.
    /// </summary>
    public double? BatchNormMomentum { get; init; }

    /// <summary>
    /// The largest weight that the last layer starts with, or null for torchvision's own start. EfficientNet's is 1 / √classes, made for a
    /// thousand of them: with a dozen the first logits are as large as ±5, and a short training spends itself on unlearning them. Whoever
    /// replaces the layer by a new <c>Linear</c>, as usual for other classes, gets 1 / √inputs.
    /// </summary>
    public double? HeadLimit { get; init; }

    internal Classifier Build(int classes, long seed)
    {
        var model = Networks.Build(Architecture, classes, Dropout, seed);
        model.Normalisation = Normalisation;
        if (PretrainedWeights is { } file) Pretrained.Load(model, file, new PretrainedOptions { ReplaceHead = true });
        if (BatchNormMomentum is { } momentum)
            foreach (var norm in model.modules().OfType<BatchNorm2d>()) norm.momentum = momentum;
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

/// <summary>The three networks with the recipe of section 4.2; what the paper leaves open is an option with a default here.</summary>
public static class PaperExperiments
{
    /// <summary>
    /// Printed: 25 to 50 epochs, batches of 32, Adam at 0.001, a lower rate on a plateau of the validation loss, early stopping on it,
    /// shuffling, stratified sampling "whenever relevant", weight decay of 1e-5 to 1e-3, rotation, flip, contrast and "dynamic resizing",
    /// the checkpoint with the best validation F1. Chosen here: a tenth of the rate after five epochs without a fall, stopping after ten,
    /// every class drawn equally often, a decay of 1e-4, one epoch of warm-up, and the amplitudes.
    /// </summary>
    public static TrainingOptions Recipe { get; } = new()
    {
        Epochs = 50,
        BatchSize = 32,
        Optimizer = OptimizerKind.Adam,
        AdamEpsilon = 1e-8,
        LearningRate = 1e-3,
        WeightDecay = 1e-4,
        WarmUp = new WarmUp { Epochs = 1 },
        Plateau = new PlateauOptions { Factor = 0.1, Patience = 4 },
        EarlyStopping = new EarlyStopping { Patience = 10 },
        Sampling = ClassSampling.Balanced,
        Augmentation = AugmentationOptions.TorchvisionLike with
        {
            RotationDegrees = 180, VerticalFlip = true, Crop = new RandomResizedCrop { Scale = (0.8, 1) },
        },
        BestBy = BestBy.MacroF1,
    };

    /// <summary>Experiment 1. The size is not stated: Large, with batch norms that follow a short training.</summary>
    public static SmartDermaExperiment MobileNetV3 { get; } = new()
    {
        Network = new() { Architecture = NetworkNames.MobileNetV3Large, BatchNormMomentum = 0.1 }, Training = Recipe,
    };

    /// <summary>Experiment 2.</summary>
    public static SmartDermaExperiment DenseNet121 { get; } = new()
    {
        Network = new() { Architecture = NetworkNames.DenseNet121 }, Training = Recipe,
    };

    /// <summary>Experiment 3, with a last layer that starts as small as a newly made one of 1,536 inputs.</summary>
    public static SmartDermaExperiment EfficientNetB3 { get; } = new()
    {
        Network = new() { Architecture = NetworkNames.EfficientNetB3, HeadLimit = 1 / Math.Sqrt(1536) }, Training = Recipe,
    };

    /// <summary>All three, in the paper's order.</summary>
    public static IReadOnlyList<SmartDermaExperiment> All { get; } = [MobileNetV3, DenseNet121, EfficientNetB3];
}
