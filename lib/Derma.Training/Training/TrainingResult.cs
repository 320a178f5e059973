namespace Derma.Training;

/// <summary>What a training left; the network holds the last weights.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="History">Every finished epoch, and a last one that the budget of steps cut short.</param>
/// <param name="BestEpoch">The best validated epoch, or null without validation.</param>
/// <param name="Steps">Steps done, over all processes that took part.</param>
public sealed record TrainingResult(TrainingStatus Status, History History, EpochMetrics? BestEpoch, int Steps)
{
    /// <summary>Whether the training was cancelled and can go on.</summary>
    public bool Interrupted => Status == TrainingStatus.Interrupted;
}
