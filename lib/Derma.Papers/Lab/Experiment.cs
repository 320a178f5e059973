using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>
/// One training of a paper: its name, its network, its training. Immutable: a variant is an experiment <c>with</c> what it changes.
/// The photos are the
/// lab's, and the scale decides how long it trains.
/// </summary>
public abstract record Experiment
{
    static readonly JsonSerializerOptions Json = new() { IncludeFields = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What sets a variant apart, for its folder and its curve; empty for the paper's own experiment.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Optimizer, lengths, augmentation and what else a training decides.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Name for a reader: <c>attempt 9</c>, <c>MobileNetV3, dropout 0.5</c>.</summary>
    public string Name => Variant.Length == 0 ? Title : $"{Title}, {Variant.Replace('-', ' ')}";

    /// <summary>Its folder below the run's: <c>attempts/09</c>, or <c>attempts/09-rate-0.01</c> for a variant.</summary>
    internal string Folder => Path.Combine(Group, Variant.Length == 0 ? Id : $"{Id}-{Variant}");

    /// <summary>Name of the paper's own experiment.</summary>
    protected abstract string Title { get; }

    /// <summary>The folder that all experiments of the paper share.</summary>
    protected abstract string Group { get; }

    /// <summary>Its name among them.</summary>
    protected abstract string Id { get; }

    /// <summary>Which weights are judged, and on what.</summary>
    internal abstract Judged Judged { get; }

    /// <summary>Notebooks that train the paper's experiments, for a message.</summary>
    internal abstract string Notebooks { get; }

    /// <summary>The network before its first step.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="imageSize">Side of the square photos, in pixels.</param>
    /// <param name="seed">Decides the fresh weights.</param>
    /// <exception cref="UserError">An option is out of range, or a file of weights does not fit.</exception>
    public abstract Classifier Build(int classes, int imageSize, long seed);

    /// <summary>A teacher's answers to the lab's training photos, where the training wants them; null where it learns from labels.</summary>
    internal virtual Predictions? Teacher(Lab lab) => null;

    /// <summary>What a training of so many epochs saves.</summary>
    internal abstract CheckpointOptions Checkpoints(string folder, int epochs);

    /// <summary>What a training of so many epochs tells beside its curves.</summary>
    internal abstract LoggingOptions Logging(int epochs);

    /// <summary>The options of the network, whose type each paper has of its own.</summary>
    protected abstract object OptionsOfNetwork { get; }

    /// <summary>Every option in words: the experiment's own, the network's, the training's; in that order.</summary>
    public IReadOnlyList<(string Option, string Value)> Options()
    {
        string[] apart = [nameof(Variant), nameof(Training), "Number", "Network"];
        return [.. In(this).Where(option => !apart.Contains(option.Option)), .. In(OptionsOfNetwork), .. In(Training)];
    }

    /// <summary>What sets this experiment apart from another of its paper, one row an option: name, before, after.</summary>
    public IReadOnlyList<(string Option, string Before, string After)> ChangesFrom(Experiment before) =>
        [.. before.Options().Zip(Options(), (old, now) => (now.Option, old.Value, now.Value))
            .Where(change => change.Item2 != change.Item3)];

    static IEnumerable<(string Option, string Value)> In(object options) =>
        from option in options.GetType().GetProperties()
        where option.CanWrite
        select (option.Name, Words(JsonSerializer.SerializeToElement(option.GetValue(options), option.PropertyType, Json)));

    static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object when value.TryGetProperty("Item1", out var low) => $"{Words(low)} to {Words(value.GetProperty("Item2"))}",
        JsonValueKind.Object => string.Join(", ",
            value.EnumerateObject().Where(part => part.Value.ValueKind != JsonValueKind.Null)
                .Select(part => $"{part.Name} {Words(part.Value)}")),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>Which weights of a training are judged, and on which photos.</summary>
enum Judged
{
    /// <summary>Those after the last epoch, on the validation photos (CNN report).</summary>
    LastEpochOnValidation,

    /// <summary>Those of the best epoch, which validation picks, on the test photos (Smart Derma 4.2.4).</summary>
    BestEpochOnTest,

    /// <summary>Those after the last epoch, on the test photos: where the rate ends near nothing, there is no epoch to pick.</summary>
    LastEpochOnTest,
}
