using System.Globalization;
using System.Text.Json;

namespace Derma.Inference;

/// <summary>
/// What a model file says of itself, in the metadata of the ONNX format: everything as JSON under one key, and the most useful parts under plain keys for
/// programs that know nothing of this library.
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
    public static IReadOnlyDictionary<string, string> Of(ModelInfo info, IReadOnlyDictionary<string, Normalisation> normalisations, bool exactMap) =>
        new Dictionary<string, string>
        {
            [InfoKey] = JsonSerializer.Serialize(info, json),
            ["classes"] = JsonSerializer.Serialize(info.Classes, json),
            ["image_size"] = info.ImageSize.ToString(CultureInfo.InvariantCulture),
            ["input"] = "pixels N,3,S,S: red, green, blue in [0, 1]; normalised inside",
            ["normalisation"] = JsonSerializer.Serialize(normalisations, json),
            ["run"] = info.Run,
            ["library_version"] = info.LibraryVersion,
            [MapKey] = exactMap ? Exact : Gradient,
            ["notice"] = "Not for diagnosis." + (info.Synthetic ? " Trained on drawings: its answers about real photos mean nothing." : ""),
        };

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
