using System.Globalization;
using System.Text.Json;
using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>Writes what a training leaves after a step or an epoch; <c>last.checkpoint</c> comes last, so that a killed process repeats the rest.</summary>
sealed class CheckpointFiles(CheckpointOptions options, Classifier model, OptimizerHelper optimizer, TrainingStart start)
{
    /// <summary>Whether a checkpoint is wanted after so many steps of the training.</summary>
    public bool IsDueAfter(int steps) => options.EverySteps is { } every && steps % every == 0;

    public void AfterEpoch(TrainingState state, bool best, bool last)
    {
        var epoch = state.History.Last!;
        if (best) Safetensors.Save(options.Best, model, About(epoch));
        if (options.KeepEveryEpochs is { } kept && state.EpochsDone % kept == 0) SaveAs(options.Kept(epoch.Epoch), state);
        if (last || state.EpochsDone % options.EveryEpochs == 0) Save(state);
    }

    public void Save(TrainingState state) => SaveAs(options.Last, state);

    void SaveAs(string path, TrainingState state) => Checkpoint.Save(path, model, optimizer, state, start.Record);

    static Dictionary<string, string> About(EpochMetrics epoch) => new()
    {
        ["format"] = "pt",
        ["epoch"] = epoch.Epoch.ToString(CultureInfo.InvariantCulture),
        ["learning_rate"] = epoch.LearningRate.ToString("R", CultureInfo.InvariantCulture),
        ["metrics"] = JsonSerializer.Serialize(epoch, History.Json),
    };
}
