using System.Globalization;

namespace Derma.Papers;

/// <summary>Claim values in words for a page.</summary>
static class ClaimText
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A number with its unit: fractions as percentages, large counts with separators.</summary>
    public static string Number(double number, string unit) => unit switch
    {
        "fraction" => (100 * number).ToString("0.###", Culture) + " %",
        "factor" or "rate" => number.ToString("0.######", Culture),
        "year" => number.ToString("0", Culture),
        "ratio" or "sum" or "loss" => number.ToString("#,0.###", Culture),
        _ => number.ToString("#,0.###", Culture) + " " + unit,
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
