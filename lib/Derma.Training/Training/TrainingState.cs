using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>Everything about a training that is no tensor.</summary>
public sealed record TrainingState
{
    /// <summary>Epochs behind this training when it began: those of the checkpoint that it continues.</summary>
    public int FirstEpoch { get; init; }

    /// <summary>Finished epochs of this training.</summary>
    public int EpochsDone { get; init; }

    /// <summary>Finished steps of the running epoch.</summary>
    public int StepInEpoch { get; init; }

    /// <summary>Finished steps of this training.</summary>
    public int StepsDone { get; init; }

    /// <summary>The running epoch so far.</summary>
    public RunningMean Running { get; init; }

    /// <summary>The running epoch's answers so far, or null at its start. It grows in place.</summary>
    public RunningConfusion? Confusion { get; init; }

    /// <summary>Seconds spent in the running epoch by earlier processes and this one.</summary>
    public double Seconds { get; init; }

    /// <summary>Finished epochs.</summary>
    public History History { get; init; } = History.Empty;

    /// <summary>The best validated epoch so far.</summary>
    public EpochMetrics? Best { get; init; }

    /// <summary>The rate as the plateaus have lowered it, or null before the first validation.</summary>
    public PlateauState? Plateau { get; init; }

    /// <summary>How long the validation loss has not fallen.</summary>
    public StoppingState Stopping { get; init; } = new();

    /// <summary>Factor of the loss in half precision.</summary>
    public LossScale LossScale { get; init; } = new();

    /// <summary>The running epoch's number, counted over continued trainings, 1 for the first.</summary>
    [JsonIgnore]
    public int Epoch => FirstEpoch + EpochsDone + 1;

    /// <summary>One step further.</summary>
    /// <param name="loss">Mean loss of the batch.</param>
    /// <param name="correct">Right answers.</param>
    /// <param name="photos">Photos of the batch.</param>
    /// <param name="seconds">Seconds of the running epoch, earlier processes' included.</param>
    public TrainingState AfterStep(double loss, int correct, int photos, double seconds) => this with
    {
        StepInEpoch = StepInEpoch + 1,
        StepsDone = StepsDone + 1,
        Running = Running.Add(loss, correct, photos),
        Seconds = seconds,
    };

    /// <summary>The running epoch at its end.</summary>
    /// <param name="found">What its validation found, or null without one.</param>
    /// <param name="rate">Rate of its last step.</param>
    /// <param name="seconds">Wall time of its validation.</param>
    public EpochMetrics Metrics(Evaluated? found, double rate, double seconds)
    {
        var (seen, unseen) = (Confusion!.Macro(), found?.Confusion.Macro());
        return new EpochMetrics(
            Epoch, Running.MeanLoss, Running.Accuracy, found?.Loss ?? double.NaN, found?.Accuracy ?? double.NaN, rate, Seconds + seconds)
        {
            TrainPrecision = seen.Precision,
            TrainRecall = seen.Recall,
            TrainF1 = seen.F1,
            ValidationPrecision = unseen?.Precision ?? double.NaN,
            ValidationRecall = unseen?.Recall ?? double.NaN,
            ValidationF1 = unseen?.F1 ?? double.NaN,
        };
    }

    /// <summary>At the start of the next epoch.</summary>
    /// <param name="epoch">What this one ended with.</param>
    /// <param name="best">Whether it is the best so far.</param>
    /// <param name="options">Plateau and early stopping.</param>
    public TrainingState AfterEpoch(EpochMetrics epoch, bool best, TrainingOptions options) => this with
    {
        EpochsDone = EpochsDone + 1,
        StepInEpoch = 0,
        Running = default,
        Confusion = null,
        Seconds = 0,
        History = History.With(epoch),
        Best = best ? epoch : Best,
        Plateau = epoch.Validated && options.Plateau is { } plateau
            ? (Plateau ?? new PlateauState(options.LearningRate)).After(epoch.ValidationLoss, plateau)
            : Plateau,
        Stopping = epoch.Validated && options.EarlyStopping is { } stopping ? Stopping.After(epoch.ValidationLoss, stopping) : Stopping,
    };
}

/// <summary>Loss and accuracy over the photos seen so far.</summary>
/// <param name="Loss">Sum over photos of their batch's mean loss.</param>
/// <param name="Correct">Photos whose most probable class was the true one.</param>
/// <param name="Photos">Photos seen.</param>
public readonly record struct RunningMean(double Loss, int Correct, int Photos)
{
    /// <summary>With one more batch.</summary>
    public RunningMean Add(double batchLoss, int correct, int photos) => new(Loss + batchLoss * photos, Correct + correct, Photos + photos);

    /// <summary>Mean loss; NaN before the first batch.</summary>
    public double MeanLoss => Photos == 0 ? double.NaN : Loss / Photos;

    /// <summary>Accuracy, 0 to 1; NaN before the first batch.</summary>
    public double Accuracy => Photos == 0 ? double.NaN : (double)Correct / Photos;
}

/// <summary>A confusion matrix that grows batch by batch; a checkpoint keeps it.</summary>
/// <param name="counts">Classes x classes, row-major: rows are the truth, columns the prediction.</param>
public sealed class RunningConfusion(int[] counts)
{
    readonly int classes = (int)Math.Sqrt(counts.Length);

    /// <summary>Classes x classes, row-major.</summary>
    public int[] Counts => counts;

    /// <summary>A matrix without a photo.</summary>
    /// <param name="classes">Number of classes.</param>
    public static RunningConfusion Of(int classes) => new(new int[classes * classes]);

    /// <summary>Counts one batch.</summary>
    /// <param name="truth">The true class of each photo.</param>
    /// <param name="predicted">The answer to each.</param>
    /// <returns>How many predictions are right.</returns>
    public int Add(ReadOnlySpan<long> truth, ReadOnlySpan<long> predicted)
    {
        var correct = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            counts[truth[i] * classes + predicted[i]]++;
            if (truth[i] == predicted[i]) correct++;
        }
        return correct;
    }

    ConfusionMatrix ToMatrix()
    {
        var square = new int[classes, classes];
        Buffer.BlockCopy(counts, 0, square, 0, counts.Length * sizeof(int));
        return new ConfusionMatrix(square, [.. Enumerable.Range(0, classes).Select(c => $"{c}")]);
    }

    /// <summary>Row by row.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rows() => counts.Length == 0 ? [] : counts.Chunk(classes).ToArray();

    /// <summary>Precision, recall and F1, every class counting the same; NaN before the first batch.</summary>
    public AveragedMetrics Macro() => ToMatrix() is { Total: > 0 } matrix
        ? new ClassificationMetrics(matrix).Macro
        : new AveragedMetrics(double.NaN, double.NaN, double.NaN);
}
