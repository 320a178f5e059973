using Derma.Data;

namespace Derma.Training;

/// <summary>
/// How a network is trained. A checkpoint remembers all of it: a training is resumed with the same options or not at all. The loss follows
/// the network's output activation.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>Epochs to train, after those of a checkpoint that the training continues from.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>A budget of steps; the training ends with it, also within an epoch. Null: no budget.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>Photos a step (CNN report 2.1: 32).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The optimizer.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>The learning rate, or its peak.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The course of the learning rate.</summary>
    public RateSchedule Schedule { get; init; } = RateSchedule.Constant;

    /// <summary>Adam's epsilon; Keras' is 1e-7, PyTorch's 1e-8.</summary>
    public double AdamEpsilon { get; init; } = 1e-7;

    /// <summary>Decay of all weights by AdamW, apart from the loss.</summary>
    public double WeightDecay { get; init; }

    /// <summary>λ of λ·Σw², which is added to the loss and shown in it, as Keras does.</summary>
    public double L2 { get; init; }

    /// <summary>Which kernels the L2 penalty takes.</summary>
    public L2Scope L2Scope { get; init; } = L2Scope.HiddenKernels;

    /// <summary>Weight of each class in the training loss, or null for none. As in Keras the weighted losses are divided by the number of photos.</summary>
    public IReadOnlyList<float>? ClassWeights { get; init; }

    /// <summary>Share of the target that is spread over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Largest L2 norm of the whole gradient, or null for no limit.</summary>
    public double? GradientClip { get; init; }

    /// <summary>Changes to each training photo, new in each epoch.</summary>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>Decides order, augmentation and dropout.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads of the tensor library. Results are the same bits only for the same number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

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
        Require(L2 >= 0, nameof(L2), L2, "at least 0");
        Require(LabelSmoothing is >= 0 and < 1, nameof(LabelSmoothing), LabelSmoothing, "at least 0 and below 1");
        Require(GradientClip is null or > 0, nameof(GradientClip), GradientClip, "above 0");
        Require(Threads > 0, nameof(Threads), Threads, "at least 1");
        Require(ValidateEvery > 0, nameof(ValidateEvery), ValidateEvery, "at least 1");
        Require(ClassWeights is null || ClassWeights.Count == classes, nameof(ClassWeights), ClassWeights?.Count, $"{classes} numbers, one a class");
    }

    static void Require(bool condition, string option, object? value, string expected)
    {
        if (!condition) throw new UserError(FormattableString.Invariant($"{option} is {value} but must be {expected}."));
    }
}
