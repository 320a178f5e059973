using System.Net;
using System.Text.RegularExpressions;

namespace Derma.Papers;

/// <summary>What a reader of an HTML report reads: its text without markup, styles and the space between lines.</summary>
static partial class ReportText
{
    public static string Of(string html) => Plain(WebUtility.HtmlDecode(Tags().Replace(Unread().Replace(html, " "), " ")));

    /// <summary>A text as <see cref="Of"/> would give it.</summary>
    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"<(style|script|title)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
