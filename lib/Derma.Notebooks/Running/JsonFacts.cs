using System.Text.Json.Nodes;

namespace Derma.Notebooks.Running;

/// <summary>Reads JSON that anybody may have written: what is missing or of another kind is null.</summary>
internal static class JsonFacts
{
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node;
    }

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static int? Count(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out int count) ? count : null;

    /// <summary>A time in seconds; none where it is no time that a run can have taken.</summary>
    public static TimeSpan Seconds(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out double seconds) && seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
}
