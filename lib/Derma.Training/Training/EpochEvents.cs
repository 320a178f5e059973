namespace Derma.Training;

/// <summary>Epochs as curves, histograms and pictures for TensorBoard (CNN report, Figs. 3 to 7; Smart Derma 4.2.3).</summary>
public static class EpochEvents
{
    /// <summary>
    /// Writes loss, accuracy, macro precision, recall and F1 and the learning rate of the last epoch, and which epochs are the best so far by loss and by
    /// F1; the step is the epoch.
    /// </summary>
    /// <param name="events">The run's event file.</param>
    /// <param name="history">At least one epoch; where the last was not validated its validation curves have no point.</param>
    public static void Epoch(this EventWriter events, History history)
    {
        var epoch = history.Last!;
        void Point(string tag, double value)
        {
            if (!double.IsNaN(value)) events.Scalar(tag, value, epoch.Epoch);
        }
        events.Scalar("loss/train", epoch.TrainLoss, epoch.Epoch);
        events.Scalar("accuracy/train", epoch.TrainAccuracy, epoch.Epoch);
        events.Scalar("learning_rate", epoch.LearningRate, epoch.Epoch);
        Point("precision/train", epoch.TrainPrecision);
        Point("recall/train", epoch.TrainRecall);
        Point("f1/train", epoch.TrainF1);
        if (!epoch.Validated) return;
        events.Scalar("loss/validation", epoch.ValidationLoss, epoch.Epoch);
        events.Scalar("accuracy/validation", epoch.ValidationAccuracy, epoch.Epoch);
        Point("precision/validation", epoch.ValidationPrecision);
        Point("recall/validation", epoch.ValidationRecall);
        Point("f1/validation", epoch.ValidationF1);
        Point("best_epoch/loss", history.BestBy(BestBy.ValidationLoss)?.Epoch ?? double.NaN);
        Point("best_epoch/f1", history.BestBy(BestBy.MacroF1)?.Epoch ?? double.NaN);
    }

    /// <summary>Writes what is told of one epoch beside its curves; the step is the epoch.</summary>
    /// <param name="events">The run's event file.</param>
    /// <param name="epoch">What is told.</param>
    public static void Diagnostics(this EventWriter events, EpochDiagnostics epoch)
    {
        foreach (var weight in epoch.Weights) events.Histogram($"weights/{weight.Name}", weight.Histogram, epoch.Epoch);
        foreach (var gradient in epoch.Gradients)
        {
            events.Histogram($"gradients/{gradient.Name}", gradient.Histogram, epoch.Epoch);
            events.Scalar($"gradient_norm/{gradient.Name}", gradient.Norm, epoch.Epoch);
        }
        foreach (var layer in epoch.Activations)
        {
            events.Scalar($"activations/{layer.Layer}/mean", layer.Mean, epoch.Epoch);
            events.Scalar($"activations/{layer.Layer}/std", layer.StandardDeviation, epoch.Epoch);
            events.Scalar($"activations/{layer.Layer}/zeros", layer.Zeros, epoch.Epoch);
        }
        Picture("confusion/train", epoch.TrainConfusion);
        Picture("confusion/validation", epoch.ValidationConfusion);

        void Picture(string tag, IReadOnlyList<IReadOnlyList<int>>? counts)
        {
            if (counts is null) return;
            var png = ConfusionImage.Png(counts, out var side);
            events.Image(tag, png, side, side, epoch.Epoch);
        }
    }
}
