using System.Text.Json;

namespace Derma.Papers;

/// <summary>What one seed of one attempt ended with; the file <c>metrics.json</c> of its folder. Shares are fractions of one.</summary>
public sealed record AttemptMetrics
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Running accuracy of the last epoch, with augmentation and dropout at work, as Keras prints it.</summary>
    public required double TrainAccuracy { get; init; }

    /// <summary>Accuracy on the training photos as they are, with dropout off.</summary>
    public required double TrainAccuracyPlain { get; init; }

    /// <summary>Accuracy on the validation photos after the last epoch.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>Its 95 % interval (Wilson).</summary>
    public required Interval ValidationInterval { get; init; }

    /// <summary>Mean recall over the classes, after the last epoch.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>Macro F1 after the last epoch.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Highest validation accuracy of any epoch.</summary>
    public required double BestValidationAccuracy { get; init; }

    /// <summary>The epoch that reached it.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Training loss of the last epoch, with the L2 penalty.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Validation loss of the last epoch, with the L2 penalty.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>Mean over the validation photos of the sum of the sigmoid outputs, before they are divided by it; null for a softmax.</summary>
    public double? SigmoidSum { get; init; }

    /// <summary>Optimizer steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Wall time of the training, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How far training accuracy ended above validation accuracy.</summary>
    public double Gap => TrainAccuracy - ValidationAccuracy;

    /// <summary>Writes JSON.</summary>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static AttemptMetrics Load(string path) => JsonSerializer.Deserialize<AttemptMetrics>(File.ReadAllText(path), Json)!;
}
