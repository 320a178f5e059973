using System.Globalization;
using System.Net;

namespace Derma.Core;

/// <summary>Numbers as text, the same on every machine: a point before decimals, "–" for what is missing (NaN).</summary>
public static class Numbers
{
    /// <summary>Stands for a number that is not there.</summary>
    public const string Missing = "–";

    /// <summary>A number with so many decimals: 0.50.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="digits">Decimals, all of them written.</param>
    public static string Digits(double value, int digits = 2) => Text(value, "F" + digits);

    /// <summary>A number as short as it can be written with seven decimals: 0.5, 100000, 0.0000125.</summary>
    /// <param name="value">Any number.</param>
    public static string Plain(double value) => Text(value, "0.#######");

    /// <summary>A share between 0 and 1 as "61.2 %".</summary>
    /// <param name="share">The share.</param>
    /// <param name="digits">Decimals of the percentage.</param>
    public static string Percent(double share, int digits = 1) => double.IsNaN(share) ? Missing : Text(share * 100, "F" + digits) + " %";

    /// <summary>Both ends of an interval of shares: "58.0 % to 64.3 %".</summary>
    /// <param name="interval">Ends between 0 and 1.</param>
    public static string Percent(Interval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    /// <summary>A length of time in milliseconds with one decimal and no unit.</summary>
    /// <param name="seconds">The time in seconds.</param>
    public static string Milliseconds(double seconds) => Text(seconds * 1000, "0.0");

    /// <summary>A number and what it counts: "1 photo", "1,024 photos".</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">One of them; its plural takes an s.</param>
    public static string Count(long number, string noun) =>
        $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A value of a table: numbers in at most four decimals with thousands separated, "–" for what is missing.</summary>
    /// <param name="value">Anything that a table may hold.</param>
    public static string Cell(object? value) => value switch
    {
        null or double.NaN or float.NaN => Missing,
        bool truth => truth ? "yes" : "no",
        double or float or decimal => ((IFormattable)value).ToString("#,0.####", CultureInfo.InvariantCulture),
        IFormattable whole when IsNumber(whole) => whole.ToString("#,0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a value of a table is a number, and so belongs to the right of its column.</summary>
    /// <param name="value">Anything that a table may hold.</param>
    public static bool IsNumber(object? value) =>
        value is double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong;

    /// <summary>A number in a format of one's own.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="format">As <see cref="double.ToString(string)"/> takes it.</param>
    public static string Text(double value, string format) => double.IsNaN(value) ? Missing
        : value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>Text on its way into HTML that is put together by hand; <see cref="Html.Of"/> encodes by itself.</summary>
public static class Markup
{
    /// <summary>A text in which no sign means anything to a browser.</summary>
    /// <param name="text">Any text; null is empty.</param>
    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
