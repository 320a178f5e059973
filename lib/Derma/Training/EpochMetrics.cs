using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>What one epoch ended with.</summary>
/// <param name="Epoch">1 for the first.</param>
/// <param name="TrainLoss">Mean over the epoch's batches, with the L2 penalty and class weights, while the weights were changing (as Keras shows it).</param>
/// <param name="TrainAccuracy">Share of correct training photos over the epoch, with augmentation and dropout, 0 to 1.</param>
/// <param name="ValidationLoss">Loss after the epoch, with the L2 penalty, without class weights; NaN where the epoch was not validated.</param>
/// <param name="ValidationAccuracy">Accuracy after the epoch, 0 to 1; NaN where the epoch was not validated.</param>
/// <param name="LearningRate">Rate of the epoch's last step.</param>
/// <param name="Seconds">Wall time of the epoch with its validation.</param>
public sealed record EpochMetrics(
    int Epoch, double TrainLoss, double TrainAccuracy, double ValidationLoss, double ValidationAccuracy, double LearningRate, double Seconds)
{
    /// <summary>Whether the epoch was validated.</summary>
    [JsonIgnore]
    public bool Validated => !double.IsNaN(ValidationAccuracy);

    internal bool IsBetterThan(EpochMetrics? best, BestBy by) => best is null || (by == BestBy.ValidationAccuracy
        ? ValidationAccuracy > best.ValidationAccuracy
        : ValidationLoss < best.ValidationLoss);
}
