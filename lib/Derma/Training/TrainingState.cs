using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>Everything about a training that is no tensor.</summary>
sealed record TrainingState
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

    /// <summary>Seconds spent in the running epoch by earlier processes and this one.</summary>
    public double Seconds { get; init; }

    /// <summary>Finished epochs.</summary>
    public History History { get; init; } = History.Empty;

    /// <summary>The best validated epoch so far.</summary>
    public EpochMetrics? Best { get; init; }

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

    public TrainingState AfterEpoch(EpochMetrics epoch, bool best) => this with
    {
        EpochsDone = EpochsDone + 1,
        StepInEpoch = 0,
        Running = default,
        Seconds = 0,
        History = History.With(epoch),
        Best = best ? epoch : Best,
    };
}
