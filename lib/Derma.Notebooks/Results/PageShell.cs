using System.Text.RegularExpressions;

namespace Derma.Notebooks.Results;

/// <summary>The frame of every page: head, bar, table of contents, footer.</summary>
internal sealed partial record PageShell(string Title, string Main, SiteOptions Site)
{
    /// <summary>The items of the table of contents; none where empty.</summary>
    public string Contents { get; init; } = "";

    public string Kind { get; init; } = "page";

    /// <summary>Style and script as part of the page; null where they are files beside it.</summary>
    public string? Inlined { get; init; }

    /// <summary>A page of the caller in the frame.</summary>
    public static string Html(ExtraPage page, SiteOptions options) =>
        new PageShell(page.Title, $"<h1>{Markup.Encode(page.Title)}</h1>\n{page.Html}", options) { Kind = "extra" }.ToHtml();

    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Markup.Encode(Title == Site.Title ? Title : $"{Title} · {Site.Title}")}</title>
        <link rel="icon" href="data:,">
        {Inlined ?? "<link rel=\"stylesheet\" href=\"assets/style.css\">\n<script src=\"assets/site.js\"></script>"}
        {string.Join('\n', Site.Scripts.Where(script => script.Marks.Any(Holds)).Select(Script))}
        {string.Join('\n', Styles().Matches(Main).Select(piece => piece.Groups["style"].Value).Distinct())}
        </head>
        <body class="{Kind}">
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
        <a class="home" href="{(Inlined is null ? "index.html" : "#main")}">{Markup.Encode(Site.Title)}</a>
        <nav aria-label="Pages">{string.Concat(Site.ExtraPages.Select(Link))}</nav>
        <button class="theme" type="button" aria-label="Light or dark" title="Light or dark"></button>
        </header>
        <div class="columns">
        {(Contents.Length == 0 ? "" : $"<nav class=\"contents\" aria-label=\"On this page\"><p>On this page</p><ul>{Contents}</ul></nav>")}
        <main id="main" tabindex="-1">
        {Undrawn()}
        {Styles().Replace(Main, piece => piece.Groups["style"].Success ? "" : piece.Value)}
        </main>
        </div>
        <footer class="foot">{Site.FooterHtml}</footer>
        </body>
        </html>

        """;

    bool Holds(string mark) => Main.Contains(mark, StringComparison.Ordinal);

    static string Link(ExtraPage page) => $"<a href=\"{Markup.Address(page.FileName)}\">{Markup.Encode(page.Title)}</a>";

    /// <summary>A library that the page brings along.</summary>
    string Script(PageScript script) => Inlined is null
        ? $"<script src=\"assets/{Markup.Encode(script.FileName)}\" defer></script>" : $"<script>{Markup.Script(script.Code)}</script>";

    /// <summary>One line about what stands as text because the script that draws it did not come along; empty where all is drawn.</summary>
    string Undrawn()
    {
        var kinds = new[] { (PageScript.Diagrams, "diagrams"), (PageScript.Formulas, "formulas") }
            .Where(kind => Holds(kind.Item1) && !Site.Draws(kind.Item1)).Select(kind => kind.Item2).ToArray();
        return kinds.Length == 0 ? ""
            : $"<p class=\"undrawn\">On this page {string.Join(" and ", kinds)} stand as text: "
                + "the scripts that draw them, which npm brings, are not here.</p>";
    }

    // Outputs bring their styles along, every table its own; HTML has them in the head. A script keeps what it may hold between such tags.
    [GeneratedRegex(@"<script\b[\s\S]*?</script>|(?<style><style>[\s\S]*?</style>)\s*")]
    private static partial Regex Styles();
}
