using System.Globalization;
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
