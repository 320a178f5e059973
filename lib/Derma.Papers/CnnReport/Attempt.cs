namespace Derma.Papers;

/// <summary>
/// One training attempt of the CNN report (section 3.7): its network, its training and how long it ran.
/// An attempt is written as the one before it <c>with</c> what the report changed, and nothing else.
/// </summary>
public sealed record Attempt : Experiment
{
    /// <summary>Checkpoints of a training, besides the one at its end and at Ctrl-C.</summary>
    const int CheckpointsPerTraining = 4;

    /// <summary>1 to 10 in the report; a variant keeps the number of the attempt it varies.</summary>
    public required int Number { get; init; }

    /// <summary>The network; its classes and picture size are those of the photos it meets (<see cref="NetworkFor"/>).</summary>
    public required PaperCnnOptions Network { get; init; }

    /// <summary>
    /// How strongly rare classes count in the loss: each class weighs (n / (k * n_c)) to this power; 0 for no weights, 1 for the
    /// report's.
    /// </summary>
    public double ClassWeighting { get; init; }

    /// <summary>Epochs after which the report stopped the attempt by hand; null where it ran to its end.</summary>
    public int? StoppedAfter { get; init; }

    /// <summary>The attempt whose final weights this one starts from.</summary>
    public int? ContinuesFrom { get; init; }

    /// <summary>Whether a continued attempt also takes over Adam's moments and step count.</summary>
    public bool KeepsOptimizerState { get; init; } = true;

    /// <summary>Epochs that the report trained.</summary>
    public int EpochsRun => StoppedAfter ?? Training.Epochs;

    /// <inheritdoc/>
    protected override string Title => $"attempt {Number}";

    /// <inheritdoc/>
    protected override string Group => "attempts";

    /// <inheritdoc/>
    protected override string Id => $"{Number:00}";

    /// <inheritdoc/>
    protected override object OptionsOfNetwork => Network;

    internal override Judged Judged => Judged.LastEpochOnValidation;

    internal override string Notebooks => $"{10 + Number}";

    /// <summary>The network for one data set and picture size.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="imageSize">Side of the pictures, in pixels.</param>
    public PaperCnnOptions NetworkFor(int classes, int imageSize) => Network with { Classes = classes, ImageSize = imageSize };

    /// <inheritdoc/>
    public override Classifier Build(int classes, int imageSize, long seed) => new PaperCnn(NetworkFor(classes, imageSize), seed);

    /// <summary>The training on one data set.</summary>
    /// <param name="countPerClass">Training photos of each class.</param>
    /// <param name="maxSteps">A budget of steps in place of the epochs, or null.</param>
    public TrainingOptions TrainingOn(int[] countPerClass, int? maxSteps) => Training with
    {
        Epochs = maxSteps is { } steps ? Math.Max(EpochsRun, steps) : EpochsRun,
        MaxSteps = maxSteps,
        ClassWeights = ClassWeighting == 0 ? null
            : [.. ClassWeights.Balanced(countPerClass).Select(weight => MathF.Pow(weight, (float)ClassWeighting))],
    };

    internal override CheckpointOptions Checkpoints(string folder, int epochs) =>
        new(folder) { EveryEpochs = Math.Max(1, epochs / CheckpointsPerTraining) };

    internal override LoggingOptions Logging(int epochs) => LoggingOptions.Curves;
}
