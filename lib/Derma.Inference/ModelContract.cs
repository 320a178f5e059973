using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace Derma.Inference;

/// <summary>
/// What a model file says of itself, in the metadata of the ONNX format: everything as JSON under one key, and the most useful parts under
/// plain keys for programs that know nothing of this library.
/// </summary>
public static class ModelContract
{
    const string InfoKey = "derma.model", MapKey = "heatmap", Exact = "class activation map, exact", Gradient = "Grad-CAM";

    /// <summary>Name of the input: N,3,S,S, red, green, blue in [0, 1].</summary>
    public const string Pixels = "pixels";

    /// <summary>Name of the output before the softmax: N,classes.</summary>
    public const string Logits = "logits";

    /// <summary>Name of the output that adds up to 1 for each photo: N,classes.</summary>
    public const string Probabilities = "probabilities";

    /// <summary>Name of the output with each place's share in the answer: N,cells,cells.</summary>
    public const string HeatMap = "heatmap";

    /// <summary>Name of an ensemble's output for each of its networks: N,networks,classes.</summary>
    public const string Members = "members";

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    /// <summary>This library's version.</summary>
    public static string LibraryVersion { get; } = typeof(ModelContract).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>All texts of a file.</summary>
    /// <param name="info">The description.</param>
    /// <param name="normalisations">Of each network, by its name.</param>
    /// <param name="exactMap">Whether the heat map is exact.</param>
    public static IReadOnlyDictionary<string, string> Of(
        ModelInfo info, IReadOnlyDictionary<string, Normalisation> normalisations, bool exactMap) =>
        new Dictionary<string, string>(Of(info))
        {
            ["classes"] = JsonSerializer.Serialize(info.Classes, json),
            ["image_size"] = info.ImageSize.ToString(CultureInfo.InvariantCulture),
            ["input"] = "pixels N,3,S,S: red, green, blue in [0, 1]; normalised inside",
            ["normalisation"] = JsonSerializer.Serialize(normalisations, json),
            ["run"] = info.Run,
            ["library_version"] = info.LibraryVersion,
            [MapKey] = exactMap ? Exact : Gradient,
            ["notice"] = "Not for diagnosis." + (info.Synthetic ? " Trained on drawings: its answers about real photos mean nothing." : ""),
        };

    /// <summary>The text that holds the whole description.</summary>
    /// <param name="info">The description.</param>
    public static IReadOnlyDictionary<string, string> Of(ModelInfo info) =>
        new Dictionary<string, string> { [InfoKey] = JsonSerializer.Serialize(info, json) };

    /// <summary>The description in a file's texts, or null where there is none.</summary>
    public static ModelInfo? Info(IReadOnlyDictionary<string, string> texts)
    {
        try
        {
            return texts.TryGetValue(InfoKey, out var text) ? JsonSerializer.Deserialize<ModelInfo>(text, json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the heat map is exact or a Grad-CAM.</summary>
    public static bool HasExactMap(IReadOnlyDictionary<string, string> texts) => texts.GetValueOrDefault(MapKey) == Exact;
}

/// <summary>What a model file says of itself; written by the export into the file's metadata.</summary>
public sealed record ModelInfo
{
    /// <summary>Name of the file without its ending, such as <c>smart-derma-ensemble</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for a reader, such as "Smart Derma ensemble (0.4 / 0.3 / 0.3)".</summary>
    public required string Title { get; init; }

    /// <summary>Class names in the order of the probabilities.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Width and height of the photos that it takes, in pixels.</summary>
    public required int ImageSize { get; init; }

    /// <summary>Weight of each network's probabilities by network name; one entry of 1 for a single network.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Temperature fitted on validation photos; 1 leaves probabilities as they are.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Which network may answer before the whole ensemble does; null for a single network and in files of older
    /// versions.</summary>
    public CascadeInfo? Cascade { get; init; }

    /// <summary>Title of the ensemble from whose answers it has learnt; null where it learnt from labels alone.</summary>
    public string? DistilledFrom { get; init; }

    /// <summary>The training run: folder name, scale and seed.</summary>
    public required string Run { get; init; }

    /// <summary>Title of the photos that it was trained on, such as "Built-in drawings".</summary>
    public required string TrainedOn { get; init; }

    /// <summary>
    /// Whether those were drawings: then its answers about real photos mean nothing, and everything that shows one says so.
    /// </summary>
    public required bool Synthetic { get; init; }

    /// <summary>What was measured of it when the file was written, and its limits; null in files of older versions.</summary>
    public Card? Card { get; init; }

    /// <summary>Version of this library that wrote the file.</summary>
    public required string LibraryVersion { get; init; }
}

/// <summary>What pixels in [0, 1] become before a network sees them: (pixel - mean) / standard deviation, channel by channel.</summary>
/// <param name="Mean">Red, green, blue.</param>
/// <param name="StandardDeviation">Red, green, blue; above 0.</param>
public sealed record Normalisation(IReadOnlyList<float> Mean, IReadOnlyList<float> StandardDeviation)
{
    /// <summary>Pixels as they are.</summary>
    public static Normalisation UnitRange { get; } = new([0, 0, 0], [1, 1, 1]);

    /// <summary>The figures of ImageNet that torchvision's weights were trained with.</summary>
    public static Normalisation ImageNet { get; } = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <summary>Whether pixels stay as they are.</summary>
    [JsonIgnore]
    public bool IsUnitRange => Equals(UnitRange);

    /// <summary>The same six numbers.</summary>
    public bool Equals(Normalisation? other) =>
        other is not null && Mean.SequenceEqual(other.Mean) && StandardDeviation.SequenceEqual(other.StandardDeviation);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Mean[0], Mean[1], Mean[2], StandardDeviation[0], StandardDeviation[1], StandardDeviation[2]);
}
