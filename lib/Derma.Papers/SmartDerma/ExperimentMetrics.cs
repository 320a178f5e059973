using System.Text.Json;

namespace Derma.Papers;

/// <summary>What one training ended with; the file <c>metrics.json</c> of its folder. Shares are fractions of one.</summary>
public sealed record ExperimentMetrics
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Running accuracy of the last epoch, with augmentation and dropout at work.</summary>
    public required double TrainAccuracy { get; init; }

    /// <summary>The epoch whose weights are kept: the best by macro-F1 of the validation photos.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The epoch that early stopping goes back to: the lowest validation loss (contradiction 28).</summary>
    public required int LowestLossEpoch { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>How the training ended: its epochs were over, its budget of steps was, or early stopping ended it.</summary>
    public required string Status { get; init; }

    /// <summary>Optimizer steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Wall time of the training, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Accuracy of the kept weights on the validation photos.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>Accuracy of the kept weights on the test photos.</summary>
    public required double TestAccuracy { get; init; }

    /// <summary>Mean recall over the classes on the test photos.</summary>
    public required double TestBalancedAccuracy { get; init; }

    /// <summary>Macro-F1 on the test photos.</summary>
    public required double TestMacroF1 { get; init; }

    /// <summary>Writes JSON.</summary>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ExperimentMetrics Load(string path) => JsonSerializer.Deserialize<ExperimentMetrics>(File.ReadAllText(path), Json)!;
}
