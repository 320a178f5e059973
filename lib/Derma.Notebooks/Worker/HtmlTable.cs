using System.Net;

namespace Derma.Notebooks.Worker;

/// <summary>A plain table of text.</summary>
internal static class HtmlTable
{
    public static string Of(string[] header, IEnumerable<string[]> rows) =>
        $"<table><thead>{Row("th", header)}</thead><tbody>{string.Concat(rows.Select(row => Row("td", row)))}</tbody></table>";

    static string Row(string tag, string[] cells) => $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";
}
