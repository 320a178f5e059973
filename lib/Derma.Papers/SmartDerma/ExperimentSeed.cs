namespace Derma.Papers;

/// <summary>One finished training in its folder.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Folder">Holds config, history, metrics, predictions, weights and the event file.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Validation">Probabilities of the validation photos by the kept weights: what every choice is made on.</param>
/// <param name="Test">Probabilities of the test photos by the kept weights: looked at for the final figures alone.</param>
/// <param name="Metrics">Epochs, steps and time.</param>
public sealed record ExperimentSeed(
    long Seed, string Folder, History History, Predictions Validation, Predictions Test, ExperimentMetrics Metrics)
{
    internal const string HistoryFile = "history.json", ValidationFile = "validation.safetensors", TestFile = "test.safetensors", MetricsFile = "metrics.json";

    internal static bool IsFinished(string folder) => File.Exists(Path.Combine(folder, MetricsFile));

    internal static ExperimentSeed Load(long seed, string folder) => new(
        seed,
        folder,
        History.Load(Path.Combine(folder, HistoryFile)),
        Predictions.Load(Path.Combine(folder, ValidationFile)),
        Predictions.Load(Path.Combine(folder, TestFile)),
        ExperimentMetrics.Load(Path.Combine(folder, MetricsFile)));

    internal void Save()
    {
        History.Save(Path.Combine(Folder, HistoryFile));
        Validation.Save(Path.Combine(Folder, ValidationFile));
        Test.Save(Path.Combine(Folder, TestFile));
        Metrics.Save(Path.Combine(Folder, MetricsFile));
    }
}
