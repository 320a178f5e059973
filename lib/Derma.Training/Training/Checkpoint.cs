using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// One file with everything that the rest of a training depends on: weights and batch-norm statistics, the optimizer's moments, the
/// processor's generator (which drives dropout there), place, running sums, history and record. It is a safetensors file, so any reader of
/// that
/// format gets the weights out of it. Every tensor in it was on the processor, so that it can be read for any device.
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

    /// <summary>Where the training was.</summary>
    public TrainingState State { get; }

    /// <summary>What must be the same to go on, by name.</summary>
    public IReadOnlyDictionary<string, string> Record { get; }

    /// <summary>Writes a checkpoint in place of an older one; a process that is killed meanwhile leaves the older one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The network, in 32 bits, on any device.</param>
    /// <param name="optimizer">The optimizer of its weights.</param>
    /// <param name="state">Where the training is.</param>
    /// <param name="record">What must be the same to go on, by name.</param>
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

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
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

    /// <summary>Copies weights and statistics into a network on any device.</summary>
    /// <param name="model">A network of the same architecture.</param>
    /// <exception cref="UserError">It is another network.</exception>
    public void RestoreWeights(Classifier model)
    {
        var weights = file.Entries.Where(e => e.Name.StartsWith(WeightPrefix, StringComparison.Ordinal));
        Safetensors.LoadInto(model, [.. weights.Select(e => e with { Name = e.Name[WeightPrefix.Length..] })], path);
    }

    /// <summary>Gives an optimizer the moments that were saved.</summary>
    /// <param name="optimizer">An optimizer of the same weights, on any device.</param>
    public void RestoreOptimizer(OptimizerHelper optimizer)
    {
        using var reader = new BinaryReader(new MemoryStream(file["optimizer"].Data));
        optimizer.load_state_dict(reader);
    }

    /// <summary>Sets the processor's generator.</summary>
    public void RestoreGenerator()
    {
        using var state = TensorBytes.ToTensor(file["generator"]);
        random.set_rng_state(state);
    }

    /// <summary>What the file of the best weights says of their epoch.</summary>
    internal static Dictionary<string, string> About(EpochMetrics epoch) => new()
    {
        ["format"] = "pt",
        ["epoch"] = epoch.Epoch.ToString(CultureInfo.InvariantCulture),
        ["learning_rate"] = epoch.LearningRate.ToString("R", CultureInfo.InvariantCulture),
        ["metrics"] = JsonSerializer.Serialize(epoch, History.Json),
    };
}

/// <summary>Where and how often a training is saved.</summary>
/// <param name="Folder">
/// Holds <c>last.checkpoint</c>, from which the training goes on, <c>best.safetensors</c>, the best epoch's weights, and the periodic ones.
/// </param>
public sealed record CheckpointOptions(string Folder)
{
    /// <summary>Save after every so many steps, besides the end of epochs; null: only there.</summary>
    public int? EverySteps { get; init; }

    /// <summary>Save at the end of every so many epochs, and of the last.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>Keep a checkpoint of its own at every so many epochs (Smart Derma 4.2.4), besides the last one; null: none.</summary>
    public int? KeepEveryEpochs { get; init; }

    /// <summary>Go on from <c>last.checkpoint</c> where it is there; otherwise it is overwritten.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>The file to go on from.</summary>
    public string Last => Path.Combine(Folder, "last.checkpoint");

    /// <summary>
    /// The best epoch's weights; the metadata of the file are <c>epoch</c>, <c>learning_rate</c> and, as JSON, <c>metrics</c>.
    /// </summary>
    public string Best => Path.Combine(Folder, "best.safetensors");

    /// <summary>The checkpoint kept after one epoch, which <see cref="Trainer.Continue"/> takes like the last one.</summary>
    /// <param name="epoch">The epoch as the history counts it.</param>
    public string Kept(int epoch) => Path.Combine(Folder, $"epoch-{epoch:0000}.checkpoint");
}

/// <summary>What must be the same for a training to go on from a checkpoint, by name.</summary>
static class TrainingRecord
{
    /// <summary>Options that decide the time alone, and the device: a training may go on elsewhere, to other roundings.</summary>
    static readonly string[] Free = [nameof(TrainingOptions.Workers), nameof(TrainingOptions.Prefetch), nameof(TrainingOptions.Device)];

    const string Normalisation = "normalisation";

    static readonly JsonSerializerOptions json = new() { IncludeFields = true };

    public static SortedDictionary<string, string> Of(
        TrainingOptions options, Classifier model, PixelCache photos, string start, Predictions? teacher)
    {
        var record = new SortedDictionary<string, string>(Values(options))
        {
            ["network"] = model.Description,
            [Normalisation] = JsonSerializer.Serialize(model.Normalisation),
            ["training photos"] = Fingerprint(photos),
            ["start"] = start,
        };
        if (teacher is not null) record["teacher"] = Short(SHA256.HashData(MemoryMarshal.AsBytes(teacher.Probabilities.AsSpan())));
        return record;
    }

    /// <remarks>An option that an older version did not write had its default.</remarks>
    /// <exception cref="UserError">The two records differ; the first difference is named.</exception>
    public static void RequireSame(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> now, string path)
    {
        var silent = Values(new TrainingOptions());
        silent[Normalisation] = JsonSerializer.Serialize(Inference.Normalisation.UnitRange);
        foreach (var (name, value) in now)
            if ((written.GetValueOrDefault(name) ?? silent.GetValueOrDefault(name)) is var before && before != value)
                throw new UserError(
                    $"{path} was written with {name} = {before ?? "nothing"}, but this training has {value}: " +
                    "go on with the same value, or start again in another folder.");
    }

    static Dictionary<string, string> Values(TrainingOptions options) => JsonSerializer.SerializeToElement(options, json).EnumerateObject()
        .Where(p => !Free.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value.GetRawText());

    static string Fingerprint(PixelCache photos)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < photos.Count; i++)
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(photos.Photo(i).Path)}\t{photos.Label(i)}\n"));
        return $"{photos.Count} of {photos.Size} px, {Short(hash.GetHashAndReset())}";
    }

    static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..16];
}
