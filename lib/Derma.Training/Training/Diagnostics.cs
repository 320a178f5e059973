using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>What a training told beside its curves: the data of the charts, and of TensorBoard's histograms.</summary>
/// <param name="Epochs">One entry a told epoch, first to last.</param>
public sealed record Diagnostics(IReadOnlyList<EpochDiagnostics> Epochs)
{
    /// <summary>Name of the file in a training's folder.</summary>
    public const string FileName = "diagnostics.json";

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>With one more epoch; one with its number or a later one, left by a process that was killed, goes away.</summary>
    public Diagnostics With(EpochDiagnostics epoch) => new([.. Epochs.Where(e => e.Epoch < epoch.Epoch), epoch]);

    /// <summary>Writes JSON, one line.</summary>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserError">The file is missing or holds something else.</exception>
    public static Diagnostics Load(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no file {path}: train with LoggingOptions that ask for more than curves.");
        try
        {
            return JsonSerializer.Deserialize<Diagnostics>(File.ReadAllText(path), Json) is { Epochs: not null } read
                ? read : throw new JsonException("it has no epochs");
        }
        catch (JsonException error)
        {
            throw new UserError($"{path} holds no diagnostics of a training: {error.Message}");
        }
    }
}
