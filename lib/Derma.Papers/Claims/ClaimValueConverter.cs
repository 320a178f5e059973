using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>Reads and writes a <see cref="ClaimValue"/> as a number, an array of two or a string.</summary>
sealed class ClaimValueConverter : JsonConverter<ClaimValue>
{
    public override ClaimValue Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.StartArray => ReadRange(ref reader, options),
        _ => throw new JsonException("A claim's value is a number, a range [low, high] or a text."),
    };

    public override void Write(Utf8JsonWriter writer, ClaimValue value, JsonSerializerOptions options)
    {
        if (value.Text is { } text) writer.WriteStringValue(text);
        else if (value.Number is { } number) writer.WriteNumberValue(number);
        else WriteRange(writer, value);
    }

    static ClaimValue ReadRange(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double?[]>(ref reader, options) is [var low, var high]
            ? ClaimValue.Range(low, high)
            : throw new JsonException("A range has two ends; null leaves one open.");

    static void WriteRange(Utf8JsonWriter writer, ClaimValue value)
    {
        writer.WriteStartArray();
        foreach (var end in new[] { value.Low, value.High })
            if (end is { } number) writer.WriteNumberValue(number);
            else writer.WriteNullValue();
        writer.WriteEndArray();
    }
}
