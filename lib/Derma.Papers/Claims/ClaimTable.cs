using System.Net;
using System.Text;

namespace Derma.Papers;

/// <summary>Claims as accessible tables that need no network and read well on light and dark pages.</summary>
public static class ClaimTable
{
    /// <summary>One table, for the end of a notebook.</summary>
    /// <param name="checks">The rows, in the order to show them.</param>
    /// <param name="caption">What the table holds.</param>
    public static HtmlView Html(IEnumerable<ClaimCheck> checks, string caption = "The paper's numbers beside this run's") =>
        new($"{ClaimStyle.Css}<div class=\"claims\">{Table(checks, caption, anchors: false)}</div>");

    /// <summary>
    /// The whole ledger, for a page of its own: a heading with counts for each paper, a table for each of its sections, a filter for each verdict,
    /// an anchor for each id.
    /// </summary>
    /// <param name="checks">The rows, in the papers' order.</param>
    public static HtmlView Ledger(IEnumerable<ClaimCheck> checks)
    {
        var rows = checks.ToList();
        var html = new StringBuilder(ClaimStyle.Css).Append("<div class=\"claims\">").Append(Filters(rows));
        foreach (var paper in rows.GroupBy(check => check.Claim.Paper)) html.Append(Paper(paper.Key, [.. paper]));
        return new HtmlView(html.Append(ClaimStyle.FilterScript).Append("</div>").ToString());
    }

    static string Paper(string name, List<ClaimCheck> rows)
    {
        var html = new StringBuilder($"<section><h2 id=\"{Text(name.Replace(' ', '-').ToLowerInvariant())}\">{Text(name)}</h2>");
        html.Append($"<p>{rows.Count} printed numbers: {VerdictWords.Counts(rows.Select(check => check.Verdict))}.</p>");
        foreach (var place in rows.GroupBy(check => check.Claim.Place))
            html.Append("<section>").Append(Table(place, place.Key, anchors: true)).Append("</section>");
        return html.Append("</section>").ToString();
    }

    static string Table(IEnumerable<ClaimCheck> checks, string caption, bool anchors)
    {
        var html = new StringBuilder($"<table><caption>{Text(caption)}</caption><thead><tr>");
        foreach (var heading in (string[])["Claim", "The paper", "Printed", "Measured", "Verdict", "Note"])
            html.Append($"<th scope=\"col\">{heading}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var check in checks) html.Append(Row(check, anchors));
        return html.Append("</tbody></table>").ToString();
    }

    static string Row(ClaimCheck check, bool anchor)
    {
        var claim = check.Claim;
        var name = Text(claim.Id).Replace(".", ".<wbr/>"); // lets a long id break at its dots
        var id = anchor ? $"<a href=\"#{claim.Anchor}\">{name}</a>" : name;
        return $"<tr{(anchor ? $" id=\"{claim.Anchor}\"" : "")} data-verdict=\"{Slug(check.Verdict)}\">"
            + $"<th scope=\"row\"><code>{id}</code></th>"
            + $"<td>“{Text(claim.Quoted)}”{(anchor ? "" : $" <small>{Text(claim.Place)}</small>")}</td>"
            + $"<td>{Text(ClaimText.Expected(claim))}</td>"
            + $"<td>{Text(check.Measured is null ? "–" : ClaimText.Value(check.Measured, claim.Unit))}</td>"
            + $"<td>{ChipOf(check.Verdict)}</td>"
            + $"<td>{Text(check.Note)} <small>{Text(check.Notebook)}</small></td></tr>";
    }

    static string Filters(List<ClaimCheck> rows)
    {
        var html = new StringBuilder("<div role=\"group\" aria-label=\"Show verdicts\" class=\"filters\">");
        html.Append($"<button type=\"button\" data-show=\"\" aria-pressed=\"true\">all {rows.Count}</button>");
        foreach (var verdict in Enum.GetValues<Verdict>())
            if (rows.Count(check => check.Verdict == verdict) is > 0 and var count)
                html.Append($"<button type=\"button\" data-show=\"{Slug(verdict)}\" aria-pressed=\"false\">{ChipOf(verdict)} {count}</button>");
        return html.Append("</div>").ToString();
    }

    static string ChipOf(Verdict verdict) => $"<span class=\"verdict {Slug(verdict)}\">{verdict.Words()}</span>";

    static string Slug(Verdict verdict) => verdict.Words().Replace(' ', '-');

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
