using System.Globalization;
using System.Net;

namespace Derma.Notebooks.Results;

/// <summary>Small pieces that all pages share.</summary>
internal static class Markup
{
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The address of a file of the site, whatever stands in its name.</summary>
    public static string Address(string fileName) => Uri.EscapeDataString(fileName);

    /// <summary>A figure that the page's own plotly draws.</summary>
    public static string Chart(string kind, string figure) =>
        $"<div class=\"{kind}\"><script type=\"application/json\">{figure.Replace("<", "\\u003c")}</script></div>";

    /// <summary>Code that may stand inside a script element.</summary>
    public static string Script(string code) => code.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);

    /// <summary>A time as people say it: 40 ms, 3.2 s, 2 min 5 s.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 0.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        { TotalMinutes: < 60 } => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    public static string Badge(Badge badge) =>
        $"<span class=\"badge {badge.Tone.ToString().ToLowerInvariant()}\">{Encode(badge.Text)}</span>";
}
