using Derma.Logging;

namespace Derma.Training;

/// <summary>Epochs as curves for TensorBoard (CNN report, Figs. 3 to 7).</summary>
public static class EpochEvents
{
    /// <summary>Writes loss, accuracy and learning rate of one epoch; the step is the epoch.</summary>
    /// <param name="events">The run's event file.</param>
    /// <param name="epoch">A finished epoch; without validation its curves have no point.</param>
    public static void Epoch(this EventWriter events, EpochMetrics epoch)
    {
        events.Scalar("loss/train", epoch.TrainLoss, epoch.Epoch);
        events.Scalar("accuracy/train", epoch.TrainAccuracy, epoch.Epoch);
        events.Scalar("learning rate", epoch.LearningRate, epoch.Epoch);
        if (!epoch.Validated) return;
        events.Scalar("loss/validation", epoch.ValidationLoss, epoch.Epoch);
        events.Scalar("accuracy/validation", epoch.ValidationAccuracy, epoch.Epoch);
    }
}
