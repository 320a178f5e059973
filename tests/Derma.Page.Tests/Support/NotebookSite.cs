using Derma.Papers;
using Derma.Notebooks.Results;

namespace Derma.Page.Tests.Support;

/// <summary>A site of notebooks to look at: the one that <c>DERMA_SITE</c> names, or else one with a piece of everything that notebooks show.</summary>
public class NotebookSite : IDisposable
{
    readonly TemporaryFolder? temporary;

    public NotebookSite() : this(Given, FromNpm)
    {
    }

    private protected NotebookSite(string? given, IReadOnlyList<PageScript> fromNpm)
    {
        HasScripts = given is not null || fromNpm.Count > 0;
        if (given is not null)
        {
            Folder = given;
            return;
        }
        temporary = new();
        Folder = temporary.Path;
        Site.Write([SampleNotebook.Passed, SampleNotebook.Failed, SampleNotebook.Solved], new()
        {
            OutputFolder = Folder,
            Title = "A site",
            IntroductionHtml = "<p>What <a href=\"ledger.html\">the ledger</a> holds.</p>",
            FooterHtml = "<p>Not for diagnosis.</p>",
            Badges = new Dictionary<string, IReadOnlyList<Badge>>
            {
                [SampleNotebook.Passed.Name] = [new("2 reproduced", BadgeTone.Good), new("1 impossible", BadgeTone.Warning)],
            },
            ExtraPages = [new("ledger.html", "Ledger", ClaimTable.Ledger(ClaimFile.Merge(Folder, Ledger.All)).Html)],
            Scripts = [new("plotly.min.js", PlotlyJs.Code, PageScript.Charts, "Plotly.newPlot"), .. fromNpm],
        });
    }

    /// <summary>Full path of the site that is asked for, from the repository's root; null where none is.</summary>
    public static string? Given { get; } = Environment.GetEnvironmentVariable("DERMA_SITE") is { Length: > 0 } path
        ? Path.GetFullPath(path, RepositoryPaths.Root) : null;

    public string Folder { get; }

    /// <summary>Whether npm's scripts are here to come along, or came along with the site that is asked for.</summary>
    public bool HasScripts { get; }

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

    public void Dispose()
    {
        temporary?.Dispose();
        GC.SuppressFinalize(this);
    }

    static IReadOnlyList<PageScript> FromNpm =>
    [
        .. Module(PageScript.Diagrams, "@mermaid-js", "tiny", "dist", "mermaid.tiny.js"),
        .. Module(PageScript.Formulas, "temml", "dist", "temml.min.js"),
    ];

    static IEnumerable<PageScript> Module(string mark, params string[] path)
    {
        var file = Path.Combine([RepositoryPaths.Root, "node_modules", .. path]);
        if (File.Exists(file)) yield return new(Path.GetFileName(file), File.ReadAllText(file), mark);
    }
}

/// <summary>The site with a piece of everything, as it is written where npm has installed nothing.</summary>
public sealed class SiteWithoutNpm() : NotebookSite(null, []);
