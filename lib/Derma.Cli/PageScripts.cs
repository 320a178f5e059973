using Derma.Notebooks.Results;

namespace Derma.Cli;

/// <summary>The scripts that pages bring along, as set-up installed them.</summary>
static class PageScripts
{
    public static IReadOnlyList<PageScript> All => [.. new PageScript[]
    {
        new(Module("plotly.js-cartesian-dist-min", "plotly-cartesian.min.js"), PageScript.Charts, "Plotly.newPlot"),
        new(Module("@mermaid-js", "tiny", "dist", "mermaid.tiny.js"), PageScript.Diagrams),
        new(Module("temml", "dist", "temml.min.js"), PageScript.Formulas),
        new(Module("@highlightjs", "cdn-assets", "highlight.min.js"), PageScript.Code),
    }.Where(script => File.Exists(script.File))];

    static string Module(params string[] path) => Path.Combine([Repository.Root, "node_modules", .. path]);
}
