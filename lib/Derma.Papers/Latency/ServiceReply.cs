using System.Text;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>A whole answer of the service.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Such as <c>application/json</c>; empty where none is said.</param>
/// <param name="Disposition">Whether a browser shows or saves it, as the header has it; empty where it is not said.</param>
/// <param name="Timings">Milliseconds by name, from <c>Server-Timing</c>.</param>
/// <param name="Body">The content.</param>
public sealed record ServiceReply(int Status, string ContentType, string Disposition, IReadOnlyDictionary<string, double> Timings, byte[] Body)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The content as JSON.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The content as JSON with line breaks.</summary>
    public string IndentedJson => JsonSerializer.Serialize(Json, Indented);
}
