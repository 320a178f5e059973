using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Documents;

/// <summary>JSON that anybody may have written: what is asked for and missing, or of another type, is null.</summary>
internal static partial class Json
{
    /// <summary>Levels that a notebook's file may be deep.</summary>
    public const int Depth = 512;

    /// <exception cref="JsonException">It is not JSON, is too deep, or has a key twice, of which readers lose one or the other.</exception>
    public static JsonNode? Parse(string text, int depth = Depth)
    {
        // Half a surrogate pair is JSON and no text: no other reader could be given it.
        if (text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            text = Escape().Replace(text, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value);
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = depth });
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            var place = (problem as JsonException)?.LineNumber is > 0 and var before ? $" (line {before + 1})" : "";
            var message = problem.Message.Split(" LineNumber:")[0].Replace("encountered during deserialization", "in one object");
            throw new JsonException(message.ReplaceLineEndings(" ") + place);
        }
    }

    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node;
    }

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static int? Count(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out int count) ? count : null;

    /// <summary>A time in seconds; none where it is no time that a run can have taken.</summary>
    public static TimeSpan Seconds(this JsonNode? node) => TimeSpan.FromSeconds(
        node is JsonValue value && value.TryGetValue(out double seconds) && seconds is >= 0 and < 1e9 ? seconds : 0);

    /// <summary>The object under a key, made where there is none.</summary>
    public static JsonObject Child(this JsonObject parent, string key)
    {
        if (parent[key] is not JsonObject child) parent[key] = child = [];
        return child;
    }

    [GeneratedRegex(@"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
