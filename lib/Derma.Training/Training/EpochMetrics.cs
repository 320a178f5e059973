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
    /// <summary>Mean precision of the classes over the epoch's training photos, as <see cref="TrainAccuracy"/> is taken; NaN in files of older versions.</summary>
    public double TrainPrecision { get; init; } = double.NaN;

    /// <summary>Mean recall of the classes over the epoch's training photos.</summary>
    public double TrainRecall { get; init; } = double.NaN;

    /// <summary>Mean F1 of the classes over the epoch's training photos.</summary>
    public double TrainF1 { get; init; } = double.NaN;

    /// <summary>Mean precision of the classes after the epoch (Smart Derma 4.2.3); NaN where the epoch was not validated.</summary>
    public double ValidationPrecision { get; init; } = double.NaN;

    /// <summary>Mean recall of the classes after the epoch; NaN where the epoch was not validated.</summary>
    public double ValidationRecall { get; init; } = double.NaN;

    /// <summary>Mean F1 of the classes after the epoch (macro-F1); NaN where the epoch was not validated.</summary>
    public double ValidationF1 { get; init; } = double.NaN;

    /// <summary>Whether the epoch was validated.</summary>
    [JsonIgnore]
    public bool Validated => !double.IsNaN(ValidationAccuracy);

    public bool IsBetterThan(EpochMetrics? best, BestBy by) => best is null || double.IsNaN(best.Score(by)) || Score(by) > best.Score(by);

    /// <summary>What is compared: the highest is best.</summary>
    public double Score(BestBy by) => by switch
    {
        BestBy.ValidationAccuracy => ValidationAccuracy,
        BestBy.ValidationLoss => -ValidationLoss,
        BestBy.MacroF1 => ValidationF1,
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };
}
