using System.Globalization;
using System.Text.Json;
using Derma.Models;
using Derma.Weights;
using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>Writes what a training leaves after a step or an epoch; <c>last.checkpoint</c> comes last, so that a killed process repeats the rest.</summary>
sealed class CheckpointFiles(CheckpointOptions options, Classifier model, OptimizerHelper optimizer)
{
    public void AfterEpoch(TrainingState state, bool best, bool last, IReadOnlyDictionary<string, string> record)
    {
        var epoch = state.History.Last!;
        if (best) Safetensors.Save(options.Best, model, About(epoch));
        if (options.KeepEveryEpochs is { } kept && state.EpochsDone % kept == 0) Checkpoint.Save(options.Kept(epoch.Epoch), model, optimizer, state, record);
        if (last || state.EpochsDone % options.EveryEpochs == 0) Save(state, record);
    }

    public void Save(TrainingState state, IReadOnlyDictionary<string, string> record) => Checkpoint.Save(options.Last, model, optimizer, state, record);

    static Dictionary<string, string> About(EpochMetrics epoch) => new()
    {
        ["format"] = "pt",
        ["epoch"] = epoch.Epoch.ToString(CultureInfo.InvariantCulture),
        ["learning_rate"] = epoch.LearningRate.ToString("R", CultureInfo.InvariantCulture),
        ["metrics"] = JsonSerializer.Serialize(epoch, History.Json),
    };
}
