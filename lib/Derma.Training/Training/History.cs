using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>The epochs of a training, first to last.</summary>
/// <param name="Epochs">One entry an epoch.</param>
public sealed record History(IReadOnlyList<EpochMetrics> Epochs)
{
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>A training that has not begun.</summary>
    public static History Empty { get; } = new([]);

    /// <summary>The last epoch, or null before the first has ended.</summary>
    [JsonIgnore]
    public EpochMetrics? Last => Epochs.Count == 0 ? null : Epochs[^1];

    /// <summary>The validated epoch with the highest validation accuracy, the earliest of equals; null where none was validated.</summary>
    [JsonIgnore]
    public EpochMetrics? Best => BestBy(Training.BestBy.ValidationAccuracy);

    /// <summary>
    /// The best validated epoch, the earliest of equals; null where none has the figure. Early stopping goes by the loss and the kept weights by macro-F1 (Smart
    /// Derma 4.2.1 and 4.2.4), which may be two epochs.
    /// </summary>
    /// <param name="by">What is compared.</param>
    public EpochMetrics? BestBy(BestBy by) => Epochs.Where(epoch => !double.IsNaN(epoch.Score(by))).MaxBy(epoch => epoch.Score(by));

    /// <summary>This history with one more epoch.</summary>
    public History With(EpochMetrics epoch) => new([.. Epochs, epoch]);

    /// <summary>Writes JSON: <c>{"epochs":[{"epoch":1,"trainLoss":…}]}</c>; an epoch without validation has "NaN".</summary>
    public void Save(string path) => AtomicFile.WriteText(path, ToJson());

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserError">The file is missing or holds something else.</exception>
    public static History Load(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no history file {path}.");
        try
        {
            return FromJson(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new UserError($"{path} is not a training history: {error.Message}");
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static History FromJson(string text) =>
        JsonSerializer.Deserialize<History>(text, Json) is { Epochs: not null } history ? history : throw new JsonException("it has no epochs");
}
