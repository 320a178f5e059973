namespace Derma.Training;

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
