using System.Globalization;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>What one training ended with; the file <c>metrics.json</c> of its folder. Shares are fractions of one.</summary>
public sealed record RunMetrics
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>How the training ended: its epochs or its budget of steps were over, or early stopping ended it.</summary>
    public required string Status { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>Optimizer steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Wall time of the training, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Photos that it was trained on; null in runs of older versions.</summary>
    public int? TrainPhotos { get; init; }

    /// <summary>On what it was trained; null in runs of older versions.</summary>
    public string? Machine { get; init; }

    /// <summary>Running accuracy of the last epoch, with augmentation and dropout at work, as Keras prints it.</summary>
    public required double TrainAccuracy { get; init; }

    /// <summary>Accuracy on the training photos as they are, with dropout off; null for Smart Derma, which does not look at it.</summary>
    public double? TrainAccuracyPlain { get; init; }

    /// <summary>Accuracy of the judged weights on the validation photos.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>Its 95 % interval (Wilson).</summary>
    public required Interval ValidationInterval { get; init; }

    /// <summary>Mean recall over the classes, on the validation photos.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>Macro F1 on the validation photos.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>The best epoch, by what the training's <c>BestBy</c> names.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Validation accuracy of that epoch.</summary>
    public required double BestValidationAccuracy { get; init; }

    /// <summary>The epoch that early stopping goes back to: the lowest validation loss (contradiction 28).</summary>
    public required int LowestLossEpoch { get; init; }

    /// <summary>Training loss of the last epoch, with the L2 penalty.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Validation loss of the last epoch, with the L2 penalty.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>
    /// Mean over the validation photos of the sum of the sigmoid outputs, before they are divided by it; null for a softmax.
    /// </summary>
    public double? SigmoidSum { get; init; }

    /// <summary>Accuracy of the judged weights on the test photos; null where the experiment has none.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>Mean recall over the classes on the test photos; null where there are none.</summary>
    public double? TestBalancedAccuracy { get; init; }

    /// <summary>Macro F1 on the test photos; null where there are none.</summary>
    public double? TestMacroF1 { get; init; }

    /// <summary>How far training accuracy ended above validation accuracy.</summary>
    public double Gap => TrainAccuracy - ValidationAccuracy;

    /// <summary>The figures of a training that has ended.</summary>
    /// <param name="result">How it went.</param>
    /// <param name="validation">What the judged weights answer to the validation photos.</param>
    internal static RunMetrics Of(TrainingResult result, Predictions validation)
    {
        var (last, figures) = (result.History.Last!, validation.Metrics());
        return new RunMetrics
        {
            Status = result.Status.ToString(),
            Epochs = result.History.Epochs.Count,
            Steps = result.Steps,
            Seconds = result.History.Epochs.Sum(epoch => epoch.Seconds),
            TrainAccuracy = last.TrainAccuracy,
            ValidationAccuracy = figures.Accuracy,
            ValidationInterval = figures.AccuracyInterval,
            BalancedAccuracy = figures.BalancedAccuracy,
            MacroF1 = figures.Macro.F1,
            BestEpoch = result.BestEpoch!.Epoch,
            BestValidationAccuracy = result.BestEpoch.ValidationAccuracy,
            LowestLossEpoch = result.History.BestBy(BestBy.ValidationLoss)!.Epoch,
            TrainLoss = last.TrainLoss,
            ValidationLoss = last.ValidationLoss,
        };
    }

    internal RunMetrics Tested(ClassificationMetrics test) =>
        this with { TestAccuracy = test.Accuracy, TestBalancedAccuracy = test.BalancedAccuracy, TestMacroF1 = test.Macro.F1 };

    /// <summary>One line for who waits.</summary>
    internal string Line(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: {Steps} steps in {Seconds:0.0} s, "
        + $"training accuracy {TrainAccuracy:0.0 %}, validation accuracy {ValidationAccuracy:0.0 %}");

    /// <summary>Writes JSON.</summary>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static RunMetrics Load(string path) => JsonSerializer.Deserialize<RunMetrics>(File.ReadAllText(path), Json)!;
}
