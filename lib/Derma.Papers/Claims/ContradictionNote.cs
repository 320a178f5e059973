using System.Net;
using System.Text;

namespace Derma.Papers;

/// <summary>Contradictions as notes for the pages where they matter.</summary>
public static class ContradictionNote
{
    /// <summary>One note: what the paper says, why that does not settle it, and what decides.</summary>
    public static HtmlView Html(Contradiction item) => new(ClaimStyle.Css + Note(item));

    /// <summary>All notes that matter on the page of a notebook; empty where there are none.</summary>
    /// <param name="notebook">Such as <c>19-attempt-09</c>.</param>
    public static HtmlView For(string notebook)
    {
        var items = Contradictions.Both.On(notebook);
        return new HtmlView(items.IsEmpty ? "" : ClaimStyle.Css + string.Concat(items.Select(Note)));
    }

    static string Note(Contradiction item)
    {
        var kind = item.Kind == ContradictionKind.Contradiction ? "Contradiction" : "Not said";
        var html = new StringBuilder($"<div class=\"contradiction\" role=\"note\" id=\"contradiction-{item.Number}\">")
            .Append($"<p><strong>{kind} {item.Number}: {Text(item.Title)}</strong></p>")
            .Append($"<p><b>The paper.</b> {Text(item.Says)}</p>")
            .Append($"<p><b>But.</b> {Text(item.Why)}</p>")
            .Append($"<p><b>Here.</b> {Text(item.Decision)}</p>");
        foreach (var option in item.Options)
            html.Append($"<p><code>{Text(option.Name)}</code>: {Text(option.Value)}. Else: {Text(option.Others)}.</p>");
        return html.Append("</div>").ToString();
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
