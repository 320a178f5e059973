namespace Derma.Papers;

/// <summary>The three networks with the recipe of section 4.2; what the paper leaves open is an option with a default here.</summary>
public static class PaperExperiments
{
    /// <summary>
    /// Printed: 25 to 50 epochs, batches of 32, Adam at 0.001, a lower rate on a plateau of the validation loss, early stopping on it, shuffling,
    /// stratified sampling "whenever relevant", weight decay of 1e-5 to 1e-3, rotation, flip, contrast and "dynamic resizing", the checkpoint with the best
    /// validation F1. Chosen here: a tenth of the rate after five epochs without a fall, stopping after ten, every class drawn
    /// equally often, a decay of 1e-4, one epoch of warm-up, and the amplitudes.
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
        Augmentation = AugmentationOptions.TorchvisionLike with { RotationDegrees = 180, VerticalFlip = true, Crop = new RandomResizedCrop { Scale = (0.8, 1) } },
        BestBy = BestBy.MacroF1,
    };

    /// <summary>Experiment 1. The size is not stated: Large, with batch norms that follow a short training.</summary>
    public static Experiment MobileNetV3 { get; } = new() { Network = NetworkNames.MobileNetV3Large, BatchNormMomentum = 0.1, Training = Recipe };

    /// <summary>Experiment 2.</summary>
    public static Experiment DenseNet121 { get; } = new() { Network = NetworkNames.DenseNet121, Training = Recipe };

    /// <summary>Experiment 3, with a last layer that starts as small as a newly made one of 1,536 inputs.</summary>
    public static Experiment EfficientNetB3 { get; } = new() { Network = NetworkNames.EfficientNetB3, HeadLimit = 1 / Math.Sqrt(1536), Training = Recipe };

    /// <summary>All three, in the paper's order.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [MobileNetV3, DenseNet121, EfficientNetB3];
}
