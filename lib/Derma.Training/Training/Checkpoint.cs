using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// One file with everything that the rest of a training depends on: weights and batch-norm statistics, the optimizer's moments, the
/// default generator (which drives dropout), place, running sums, history and record. It is a safetensors file, so any reader of that
/// format gets the weights out of it.
/// </summary>
public sealed class Checkpoint
{
    const string WeightPrefix = "model.";

    static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    readonly string path;
    readonly SafetensorsFile file;

    Checkpoint(string path, SafetensorsFile file, TrainingState state, Dictionary<string, string> record) =>
        (this.path, this.file, State, Record) = (path, file, state, record);

    public TrainingState State { get; }

    public IReadOnlyDictionary<string, string> Record { get; }

    public static void Save(
        string path, Classifier model, OptimizerHelper optimizer, TrainingState state, IReadOnlyDictionary<string, string> record)
    {
        using var scope = NewDisposeScope();
        using var moments = new MemoryStream();
        using (var writer = new BinaryWriter(moments)) optimizer.save_state_dict(writer);
        var weights = StateDict.Of(model).Select(t => TensorBytes.ToEntry(WeightPrefix + t.Name, t.Tensor));
        SafetensorsEntry[] entries =
        [
            .. weights,
            new("optimizer", ElementType.U8, [moments.ToArray().Length], moments.ToArray()),
            TensorBytes.ToEntry("generator", random.get_rng_state()),
        ];
        SafetensorsFile.Write(path, entries, new Dictionary<string, string>
        {
            ["state"] = JsonSerializer.Serialize(state, Json),
            ["record"] = JsonSerializer.Serialize(record),
        });
    }

    /// <exception cref="UserError">The file is missing, damaged or no checkpoint.</exception>
    public static Checkpoint Load(string path)
    {
        var file = SafetensorsFile.Read(path);
        try
        {
            return new Checkpoint(
                path, file,
                JsonSerializer.Deserialize<TrainingState>(file.Metadata["state"], Json)!,
                JsonSerializer.Deserialize<Dictionary<string, string>>(file.Metadata["record"])!);
        }
        catch (Exception error) when (error is KeyNotFoundException or JsonException)
        {
            throw new UserError($"{path} is no checkpoint of a training: {error.Message}");
        }
    }

    public void RestoreWeights(Classifier model)
    {
        var weights = file.Entries.Where(e => e.Name.StartsWith(WeightPrefix, StringComparison.Ordinal));
        Safetensors.LoadInto(model, [.. weights.Select(e => e with { Name = e.Name[WeightPrefix.Length..] })], path);
    }

    public void RestoreOptimizer(OptimizerHelper optimizer)
    {
        using var reader = new BinaryReader(new MemoryStream(file["optimizer"].Data));
        optimizer.load_state_dict(reader);
    }

    public void RestoreGenerator()
    {
        using var state = TensorBytes.ToTensor(file["generator"]);
        random.set_rng_state(state);
    }
}
