using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>
/// A network that was trained on other pictures and goes on with this run's: what both papers advise (CNN report 4, Smart Derma 3.2) and
/// neither shows.
/// </summary>
public sealed record TransferExperiment : Experiment
{
    /// <summary>The network, and what of it is kept.</summary>
    public required TransferOptions Network { get; init; }

    /// <inheritdoc/>
    protected override string Title => Network.KeepsWeights ? $"{Network.Donor}, fine-tuned" : $"{Network.Donor} from scratch";

    /// <inheritdoc/>
    protected override string Group => "transfer";

    /// <inheritdoc/>
    protected override string Id => Network.KeepsWeights ? "fine-tuned" : "from-scratch";

    /// <inheritdoc/>
    protected override object OptionsOfNetwork => Network;

    internal override Judged Judged => Judged.LastEpochOnTest;

    internal override string Notebooks => "50";

    /// <inheritdoc/>
    public override Classifier Build(int classes, int imageSize, long seed) => Network.Build(classes, seed);

    internal override CheckpointOptions Checkpoints(string folder, int epochs) => new(folder);

    internal override LoggingOptions Logging(int epochs) => LoggingOptions.Curves;
}

/// <summary>Where a network comes from.</summary>
public sealed record TransferOptions
{
    /// <summary>Its name for a reader.</summary>
    public required string Donor { get; init; }

    /// <summary>Its ONNX file, which lies elsewhere on another machine and decides nothing beside the name.</summary>
    [JsonIgnore]
    public string File { get; init; } = "";

    /// <summary>Whether it is <see cref="ImageNetResNet18"/>, whose pixels want their own order and means.</summary>
    public bool IsResNet { get; init; }

    /// <summary>Whether it keeps what it has learnt; false draws all weights anew, for a comparison of equal cost.</summary>
    public bool KeepsWeights { get; init; } = true;

    /// <summary>The network with a fresh head.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">Decides the fresh weights.</param>
    /// <exception cref="UserError">The file is missing, or holds a network that cannot be imported.</exception>
    public OnnxNetwork Build(int classes, long seed)
    {
        var model = IsResNet ? ImageNetResNet18.Open(File, classes, seed) : OnnxNetwork.Open(File, classes, seed);
        if (!KeepsWeights) model.Forget(seed);
        return model;
    }
}

/// <summary>How notebook 50 fine-tunes.</summary>
public static class TransferRecipe
{
    /// <summary>
    /// The head alone first, on a frozen backbone, then all layers. Gentle class weights, since both accuracy and balanced accuracy are
    /// wanted; lesions have no upright position, so every turn and mirror image is as good as the photo; the rate ends near nothing.
    /// </summary>
    public static TrainingOptions FineTuning { get; } = new()
    {
        BatchSize = 32,
        Optimizer = OptimizerKind.AdamW,
        Schedule = RateSchedule.OneCycle,
        LearningRate = 7e-4,
        WeightDecay = 0.02,
        LabelSmoothing = 0.05,
        WeightedMean = WeightedMean.OverWeights,
        FineTuning = new FineTuning { FrozenEpochs = 1 },
        Augmentation = new AugmentationOptions
        {
            RotationDegrees = 180, HorizontalFlip = true, VerticalFlip = true, Shift = 0.08, Zoom = 0.15,
            Crop = new RandomResizedCrop { Scale = (0.6, 1) },
            Colour = new ColourJitter { Brightness = 0.2, Contrast = 0.2, Saturation = 0.2, Hue = 0.02 },
        },
    };

    /// <summary>The same without a frozen phase, for a network whose backbone knows nothing yet.</summary>
    public static TrainingOptions FromScratch { get; } = FineTuning with { FineTuning = null };
}
