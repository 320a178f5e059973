using Derma.Papers;
using Derma.Notebooks.Results;

namespace Derma.Page.Tests.Support;

/// <summary>A site of notebooks to look at: the one that <c>DERMA_SITE</c> names, or else one with a piece of everything that notebooks show.</summary>
public sealed class NotebookSite : IDisposable
{
    readonly TemporaryFolder? temporary;

    public NotebookSite()
    {
        if (Given is not null) { Folder = Given; return; }
        temporary = new();
        Folder = temporary.Path;
        Site.Write([SampleNotebook.Passed, SampleNotebook.Failed], new()
        {
            OutputFolder = Folder,
            Title = "A site",
            IntroductionHtml = "<p>What <a href=\"ledger.html\">the ledger</a> holds.</p>",
            FooterHtml = "<p>Not for diagnosis.</p>",
            Badges = new Dictionary<string, IReadOnlyList<Badge>> { [SampleNotebook.Passed.Name] = [new("2 reproduced", BadgeTone.Good), new("1 impossible", BadgeTone.Warning)] },
            ExtraPages = [new("ledger.html", "Ledger", ClaimTable.Ledger(ClaimFile.Merge(Folder, Ledger.Both)).Html)],
            Scripts = Scripts,
        });
    }

    /// <summary>Full path of the site that is asked for, from the repository's root; null where none is.</summary>
    public static string? Given { get; } = Environment.GetEnvironmentVariable("DERMA_SITE") is { Length: > 0 } path ? Path.GetFullPath(path, RepositoryPaths.Root) : null;

    public string Folder { get; }

    /// <summary>Full paths of its pages; at least one.</summary>
    public IReadOnlyList<string> Pages
    {
        get
        {
            var pages = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.html") : [];
            Assert.True(pages.Length > 0, $"{Folder} holds no page.");
            return [.. pages.Order(StringComparer.Ordinal)];
        }
    }

    public void Dispose() => temporary?.Dispose();

    static IReadOnlyList<PageScript> Scripts =>
    [
        new(Module("plotly.js-cartesian-dist-min", "plotly-cartesian.min.js"), PageScript.Charts, "Plotly.newPlot"),
        new(Module("@mermaid-js", "tiny", "dist", "mermaid.tiny.js"), PageScript.Diagrams),
        new(Module("temml", "dist", "temml.min.js"), PageScript.Formulas),
        new(Module("@highlightjs", "cdn-assets", "highlight.min.js"), PageScript.Code),
    ];

    static string Module(params string[] path) => Path.Combine([RepositoryPaths.Root, "node_modules", .. path]);
}
