using System.Text.Json.Serialization;
using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// How a network is trained. A checkpoint remembers all of it but the workers and the device: a training is resumed with the same options
/// or not at all. The loss
/// follows the network's output activation.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>Epochs to train, after those of a checkpoint that the training continues from.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>A budget of steps; the training ends with it, also within an epoch. Null: no budget.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>Photos a step (CNN report 2.1 and Smart Derma 4.2.1: 32).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The optimizer.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>The learning rate, or its peak.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The course of the learning rate.</summary>
    public RateSchedule Schedule { get; init; } = RateSchedule.Constant;

    /// <summary>Lowers the rate where the validation loss no longer falls, or null.</summary>
    public PlateauOptions? Plateau { get; init; }

    /// <summary>Raises the rate over the first steps, or null.</summary>
    public WarmUp? WarmUp { get; init; }

    /// <summary>Ends the training where the validation loss no longer falls, or null.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Trains the head first and everything then, or null for everything from the start.</summary>
    public FineTuning? FineTuning { get; init; }

    /// <summary>How far a teacher's answers replace the labels, or null for labels alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Distillation? Distillation { get; init; }

    /// <summary>Adam's epsilon; Keras' is 1e-7, PyTorch's 1e-8.</summary>
    public double AdamEpsilon { get; init; } = 1e-7;

    /// <summary>
    /// Decay of all weights, apart from the loss shown (Smart Derma 4.2.2: 1e-5 to 1e-3); how it works depends on the optimizer.
    /// </summary>
    public double WeightDecay { get; init; }

    /// <summary>λ of λ·Σw², which is added to the loss and shown in it, as Keras does.</summary>
    public double L2 { get; init; }

    /// <summary>Which kernels the L2 penalty takes.</summary>
    public L2Scope L2Scope { get; init; } = L2Scope.HiddenKernels;

    /// <summary>Weight of each class in the training loss, or null for none.</summary>
    public IReadOnlyList<float>? ClassWeights { get; init; }

    /// <summary>What the sum of weighted losses is divided by.</summary>
    public WeightedMean WeightedMean { get; init; } = WeightedMean.OverPhotos;

    /// <summary>Share of the target that is spread over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Largest L2 norm of the whole gradient, or null for no limit.</summary>
    public double? GradientClip { get; init; }

    /// <summary>Changes to each training photo, new in each epoch.</summary>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>How often an epoch shows the photos of each class; the steps of an epoch follow.</summary>
    public ClassSampling Sampling { get; init; } = ClassSampling.Natural;

    /// <summary>
    /// Where the training computes; the network is brought there. Another device gives other roundings, and other dropout.
    /// </summary>
    public DeviceChoice Device { get; init; } = DeviceChoice.Cpu;

    /// <summary>The numbers that a step computes with; L2 wants 32 bits.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Decides order, augmentation and dropout.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads of the tensor library. Results are the same bits only for the same number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Threads that prepare photos, beside those of the tensor library (Smart Derma 4.2.5: num_workers). It decides the time and no bit.
    /// </summary>
    public int Workers { get; init; } = 1;

    /// <summary>Batches prepared ahead (prefetch_factor). It decides the time and no bit.</summary>
    public int Prefetch { get; init; } = 1;

    /// <summary>Validate after every so many epochs, and after the last.</summary>
    public int ValidateEvery { get; init; } = 1;

    /// <summary>What the best epoch is best by.</summary>
    public BestBy BestBy { get; init; } = BestBy.ValidationAccuracy;

    /// <summary>Checks every option.</summary>
    /// <param name="classes">Number of classes of the network.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate(int classes)
    {
        Require(Epochs > 0, nameof(Epochs), Epochs, "at least 1");
        Require(MaxSteps is null or > 0, nameof(MaxSteps), MaxSteps, "at least 1");
        Require(BatchSize > 0, nameof(BatchSize), BatchSize, "at least 1");
        Require(LearningRate > 0, nameof(LearningRate), LearningRate, "above 0");
        Require(AdamEpsilon > 0, nameof(AdamEpsilon), AdamEpsilon, "above 0");
        Require(WeightDecay >= 0, nameof(WeightDecay), WeightDecay, "at least 0");
        Require(L2 >= 0, nameof(L2), L2, "at least 0");
        Require(LabelSmoothing is >= 0 and < 1, nameof(LabelSmoothing), LabelSmoothing, "at least 0 and below 1");
        Require(GradientClip is null or > 0, nameof(GradientClip), GradientClip, "above 0");
        Require(Threads > 0, nameof(Threads), Threads, "at least 1");
        Require(ValidateEvery > 0, nameof(ValidateEvery), ValidateEvery, "at least 1");
        Require(ClassWeights is null || ClassWeights.Count == classes, nameof(ClassWeights), ClassWeights?.Count,
            $"{classes} numbers, one a class");
        Require(L2 == 0 || Precision == Precision.Float32, nameof(L2), L2, $"0 with {Precision}: use WeightDecay");
        Require(Schedule == RateSchedule.Constant || (Plateau, WarmUp) is (null, null), nameof(Schedule), Schedule,
            "Constant beside Plateau or WarmUp");
        Plateau?.Validate();
        WarmUp?.Validate();
        EarlyStopping?.Validate();
        FineTuning?.Validate();
        Distillation?.Validate();
        Batches.Validate();
    }

    /// <summary>How an epoch is cut into batches.</summary>
    internal BatchOptions Batches => new()
    {
        BatchSize = BatchSize, Seed = Seed, Shuffle = true, Sampling = Sampling, Augmentation = Augmentation,
        Workers = Workers, Prefetch = Prefetch,
    };
}

/// <summary>How gradients become steps.</summary>
public enum OptimizerKind
{
    /// <summary>Adam; weight decay joins the gradient, as in PyTorch's Adam (Smart Derma 4.2.1 and 4.2.2).</summary>
    Adam,

    /// <summary>Adam; weight decay shrinks the weights themselves.</summary>
    AdamW,
}

/// <summary>What the best epoch is best by.</summary>
public enum BestBy
{
    /// <summary>The highest validation accuracy.</summary>
    ValidationAccuracy,

    /// <summary>The lowest validation loss: the epoch that early stopping would choose.</summary>
    ValidationLoss,

    /// <summary>The highest macro-averaged F1 of the validation photos (Smart Derma 4.2.4).</summary>
    MacroF1,
}
