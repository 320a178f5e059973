namespace Derma.Notebooks.Results;

/// <summary>The frame of every page: head, bar, table of contents, footer.</summary>
internal sealed record PageShell(string Title, string Main, SiteOptions Site)
{
    /// <summary>The items of the table of contents; none where empty.</summary>
    public string Contents { get; init; } = "";

    /// <summary>Class of the body.</summary>
    public string Kind { get; init; } = "page";

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
        <link rel="stylesheet" href="assets/style.css">
        <script src="assets/site.js"></script>
        {Script("plotly.min.js", Site.PlotlyScript is not null && (Main.Contains("class=\"plotly\"", StringComparison.Ordinal) || Main.Contains("Plotly.newPlot", StringComparison.Ordinal)))}
        {Script("mermaid.min.js", Site.MermaidScript is not null && Main.Contains("class=\"mermaid\"", StringComparison.Ordinal))}
        </head>
        <body class="{Kind}">
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
        <a class="home" href="index.html">{Markup.Encode(Site.Title)}</a>
        <nav aria-label="Pages">{string.Concat(Site.ExtraPages.Select(page => $"<a href=\"{Markup.Encode(page.FileName)}\">{Markup.Encode(page.Title)}</a>"))}</nav>
        <button class="theme" type="button" aria-label="Light or dark" title="Light or dark"></button>
        </header>
        <div class="columns">
        {(Contents.Length == 0 ? "" : $"<nav class=\"contents\" aria-label=\"On this page\"><p>On this page</p><ul>{Contents}</ul></nav>")}
        <main id="main" tabindex="-1">
        {Main}
        </main>
        </div>
        <footer class="foot">{Site.FooterHtml}</footer>
        </body>
        </html>

        """;

    static string Script(string name, bool isNeeded) => isNeeded ? $"<script src=\"assets/{name}\" defer></script>" : "";
}
