using System.Globalization;
using System.Net;

namespace Derma.Core;

/// <summary>Text on its way into HTML.</summary>
public static class Markup
{
    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A share between 0 and 1 as "61.2 %".</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number in a format of one's own, whatever the reader's language; "–" for what is missing.</summary>
    public static string Number(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A value of a table: numbers in at most four decimals with thousands separated, "–" for what is missing.</summary>
    public static string Cell(object? value) => value switch
    {
        null or double.NaN or float.NaN => "–",
        bool truth => truth ? "yes" : "no",
        double or float or decimal => ((IFormattable)value).ToString("#,0.####", CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString("#,0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static bool IsNumber(object? value) =>
        value is double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong;
}
