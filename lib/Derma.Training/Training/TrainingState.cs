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
