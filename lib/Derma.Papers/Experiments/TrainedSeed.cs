namespace Derma.Papers;

/// <summary>One finished training in its folder.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Folder">Holds config.json, history.json, metrics.json, predictions, weights and the event file.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Metrics">What it ended with.</param>
/// <param name="Predictions">Probabilities of every validation photo after the last epoch.</param>
public sealed record TrainedSeed(long Seed, string Folder, History History, AttemptMetrics Metrics, Predictions Predictions)
{
    internal const string HistoryFile = "history.json", MetricsFile = "metrics.json", PredictionsFile = "validation.safetensors";

    internal static TrainedSeed Load(long seed, string folder) => new(
        seed,
        folder,
        History.Load(Path.Combine(folder, HistoryFile)),
        AttemptMetrics.Load(Path.Combine(folder, MetricsFile)),
        Predictions.Load(Path.Combine(folder, PredictionsFile)));
}
