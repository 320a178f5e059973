using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>What a paper prints or a run measures: a number, a range with one or two ends, or the name of an option or class.</summary>
/// <remarks>In JSON a number, an array of two (null for an open end), or a string.</remarks>
[JsonConverter(typeof(ClaimValueConverter))]
public sealed record ClaimValue
{
    /// <summary>Lower end; null where it is open or the value is text.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null where it is open or the value is text.</summary>
    public double? High { get; init; }

    /// <summary>The text, where the value is no number.</summary>
    public string? Text { get; init; }

    /// <summary>The number, or null for a range and for text.</summary>
    public double? Number => Low == High ? Low : null;

    /// <summary>A single number; a loss that ran away is kept as text ("NaN"), since neither JSON nor a range can hold it.</summary>
    public static implicit operator ClaimValue(double number) =>
        double.IsFinite(number) ? new ClaimValue { Low = number, High = number } : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name or a shape.</summary>
    public static implicit operator ClaimValue(string text) => new() { Text = text };

    /// <summary>An answer: "yes" or "no".</summary>
    public static implicit operator ClaimValue(bool answer) => answer ? "yes" : "no";

    /// <summary>A range, ends included.</summary>
    public static ClaimValue Range(double? low, double? high) => new() { Low = low, High = high };

    /// <summary>Whether a measured value lies within this one, widened by a tolerance on either side. Text ignores case.</summary>
    /// <param name="measured">A number or a text.</param>
    /// <param name="tolerance">In the unit of the value.</param>
    public bool Admits(ClaimValue measured, double tolerance)
    {
        if (Text is not null) return string.Equals(Text, measured.Text, StringComparison.OrdinalIgnoreCase);
        return measured.Number is { } number
            && number >= (Low ?? double.NegativeInfinity) - tolerance
            && number <= (High ?? double.PositiveInfinity) + tolerance;
    }
}

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

/// <summary>Claim values in words for a page.</summary>
static class ClaimText
{
    /// <summary>A number with its unit: fractions as percentages, large counts with separators.</summary>
    public static string Number(double number, string unit) => unit switch
    {
        "fraction" => Numbers.Text(100 * number, "0.###") + " %",
        "factor" or "rate" => Numbers.Text(number, "0.######"),
        "year" => Numbers.Text(number, "0"),
        "ratio" or "sum" or "loss" => Numbers.Text(number, "#,0.###"),
        _ => Numbers.Text(number, "#,0.###") + " " + unit,
    };

    /// <summary>A number, a range or a text; an empty string for nothing.</summary>
    public static string Value(ClaimValue? value, string unit) => value switch
    {
        null => "",
        { Text: { } text } => text,
        { Number: { } number } => Number(number, unit),
        { Low: { } low, High: { } high } => $"{Number(low, unit)} to {Number(high, unit)}",
        { Low: { } low } => $"at least {Number(low, unit)}",
        { High: { } high } => $"at most {Number(high, unit)}",
        _ => "",
    };

    /// <summary>The expected value with its tolerance.</summary>
    public static string Expected(Claim claim) =>
        Value(claim.Expected, claim.Unit) + (claim.Tolerance > 0 ? $" (± {Number(claim.Tolerance, claim.Unit)})" : "");
}
