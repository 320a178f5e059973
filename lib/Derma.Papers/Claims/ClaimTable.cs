namespace Derma.Papers;

/// <summary>Claims as accessible tables that need no network and read well on light and dark pages.</summary>
public static class ClaimTable
{
    static readonly Html Headings = Core.Html.Join(((string[])["Claim", "The paper", "Printed", "Measured", "Verdict", "Note"])
        .Select(heading => Core.Html.Of($"<th scope=\"col\">{heading}</th>")));

    /// <summary>Hides the rows of other verdicts, and sections that have none left.</summary>
    static readonly Html FilterScript = new("""
        <script>
        document.querySelectorAll('.claims').forEach(ledger =>
          ledger.querySelectorAll('[data-show]').forEach(button => button.onclick = () => {
          ledger.querySelectorAll('[data-show]').forEach(other => other.setAttribute('aria-pressed', other === button));
          const show = button.dataset.show;
          ledger.querySelectorAll('tr[data-verdict]').forEach(row => row.hidden = show !== '' && row.dataset.verdict !== show);
          ledger.querySelectorAll('section').forEach(part => part.hidden = !part.querySelector('tr[data-verdict]:not([hidden])'));
        }));
        </script>
        """);

    /// <summary>One table, for the end of a notebook.</summary>
    /// <param name="checks">The rows, in the order to show them.</param>
    /// <param name="caption">What the table holds.</param>
    public static HtmlView Html(IEnumerable<ClaimCheck> checks, string caption = "The paper's numbers beside this run's") =>
        new(Core.Html.Of($"<div class=\"claims\">{Table(checks, caption, anchors: false)}</div>"));

    /// <summary>
    /// The whole ledger, for a page of its own, with the stylesheet: a heading with counts for each paper, a table for each of its
    /// sections, a filter for each verdict, an anchor for each id.
    /// </summary>
    /// <param name="checks">The rows, in the papers' order.</param>
    public static HtmlView Ledger(IEnumerable<ClaimCheck> checks)
    {
        var rows = checks.ToList();
        var papers = rows.GroupBy(check => check.Claim.Paper).Select(paper => Paper(paper.Key, [.. paper]));
        var page = Core.Html.Of($"<div class=\"claims\">{Filters(rows)}{papers}{FilterScript}</div>");
        return new HtmlView(Stylesheet.View.Html + page.Markup);
    }

    static Html Paper(string name, List<ClaimCheck> rows)
    {
        var places = rows.GroupBy(check => check.Claim.Place)
            .Select(place => Core.Html.Of($"<section>{Table(place, place.Key, anchors: true)}</section>"));
        return Core.Html.Of($"""
            <section><h2 id="{name.Replace(' ', '-').ToLowerInvariant()}">{name}</h2>
            <p>{rows.Count} printed numbers: {VerdictWords.Counts(rows.Select(check => check.Verdict))}.</p>
            {places}</section>
            """);
    }

    static Html Table(IEnumerable<ClaimCheck> checks, string caption, bool anchors) => Core.Html.Of($"""
        <table><caption>{caption}</caption><thead><tr>{Headings}</tr></thead>
        <tbody>{checks.Select(check => Row(check, anchors))}</tbody></table>
        """);

    static Html Row(ClaimCheck check, bool anchor)
    {
        var claim = check.Claim;
        var name = new Html(Markup.Encode(claim.Id).Replace(".", ".<wbr/>")); // lets a long id break at its dots
        return Core.Html.Of($"""
            <tr{(anchor ? Core.Html.Of($" id=\"{claim.Anchor}\"") : Core.Html.Empty)} data-verdict="{Slug(check.Verdict)}">
            <th scope="row"><code>{(anchor ? Core.Html.Of($"<a href=\"#{claim.Anchor}\">{name}</a>") : name)}</code></th>
            <td>“{claim.Quoted}”{(anchor ? Core.Html.Empty : Core.Html.Of($" <small>{Place(claim)}</small>"))}</td>
            <td>{ClaimText.Expected(claim)}</td>
            <td>{(check.Measured is null ? "–" : ClaimText.Value(check.Measured, claim.Unit))}</td>
            <td>{ChipOf(check.Verdict)}</td>
            <td>{check.Note} <small>{check.Notebook}</small></td></tr>

            """);
    }

    static Html Place(Claim claim) => claim.Source.Length == 0 ? Core.Html.Of($"{claim.Place}")
        : Core.Html.Of($"<a href=\"{claim.Source}\">{claim.Place}</a>");

    static Html Filters(List<ClaimCheck> rows)
    {
        var buttons = from verdict in Enum.GetValues<Verdict>()
                      let count = rows.Count(check => check.Verdict == verdict)
                      where count > 0
                      select Core.Html.Of($"""
                          <button type="button" data-show="{Slug(verdict)}" aria-pressed="false">{ChipOf(verdict)} {count}</button>
                          """);
        return Core.Html.Of($"""
            <div role="group" aria-label="Show verdicts" class="filters">
            <button type="button" data-show="" aria-pressed="true">all {rows.Count}</button>
            {buttons}</div>
            """);
    }

    static Html ChipOf(Verdict verdict) => Core.Html.Of($"<span class=\"verdict {Slug(verdict)}\">{verdict.Words()}</span>");

    static string Slug(Verdict verdict) => verdict.Words().Replace(' ', '-');
}

/// <summary>Contradictions as notes for the pages where they matter.</summary>
public static class ContradictionNote
{
    /// <summary>One note, a line that opens: what the paper says, why that does not settle it, and what decides.</summary>
    /// <param name="item">The note.</param>
    /// <param name="anchor">Whether a link can lead to it: once on a page.</param>
    public static HtmlView Html(Contradiction item, bool anchor = true) => new(Note(item, anchor));

    /// <summary>Several notes behind one line; empty where there are none.</summary>
    /// <param name="items">The notes.</param>
    public static HtmlView Folded(IReadOnlyList<Contradiction> items)
    {
        if (items.Count == 0) return new HtmlView("");
        return new(Core.Html.Of($"""
            <details class="notes"><summary>What the paper leaves open on this page: {items.Count}</summary>
            {Core.Html.Join(items.Select(item => Note(item, anchor: true)))}</details>

            """));
    }

    static Html Note(Contradiction item, bool anchor)
    {
        var kind = item.Kind == ContradictionKind.Contradiction ? "Contradiction" : "Not said";
        var options = item.Options
            .Select(option => Core.Html.Of($"<p><code>{option.Name}</code>: {option.Value}. Alternative: {option.Others}.</p>"));
        var id = anchor ? Core.Html.Of($" id=\"contradiction-{item.Number}\"") : Core.Html.Empty;
        return Core.Html.Of($"""
            <details class="contradiction"{id}>
            <summary><strong>{kind} {item.Number}: {item.Title}</strong></summary>
            <p><b>The paper.</b> {item.Says}</p>
            <p><b>But.</b> {item.Why}</p>
            <p><b>Here.</b> {item.Decision}</p>
            {options}</details>

            """);
    }
}
