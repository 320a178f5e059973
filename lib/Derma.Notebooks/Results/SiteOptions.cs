using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>What a site shows besides the notebooks, all of it given by the caller.</summary>
public sealed record SiteOptions
{
    /// <summary>Folder that gets the pages; made where needed. Empty for a page on its own.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Name of the site.</summary>
    public string Title { get; init; } = "Notebooks";

    /// <summary>HTML above the cards of the index page.</summary>
    public string IntroductionHtml { get; init; } = "";

    /// <summary>HTML at the foot of every page.</summary>
    public string FooterHtml { get; init; } = "";

    /// <summary>Pages that links in the notebooks' text lead to, by the full path of the file that the link names.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>Short words beside a notebook's title, by the notebook's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Badge>> Badges { get; init; } = new Dictionary<string, IReadOnlyList<Badge>>();

    /// <summary>Pages that are not notebooks, linked from every page.</summary>
    public IReadOnlyList<ExtraPage> ExtraPages { get; init; } = [];

    /// <summary>Libraries that draw charts, diagrams and formulas; what has none shows as its text, and the page says so.</summary>
    public IReadOnlyList<PageScript> Scripts { get; init; } = [];

    /// <summary>Name of a notebook's page, which is that of no other page.</summary>
    internal string PageOf(NotebookRun run)
    {
        var others = ExtraPages.Select(page => page.FileName).Append("index.html");
        return run.Name + (others.Contains(run.Name + ".html", StringComparer.OrdinalIgnoreCase) ? ".notebook.html" : ".html");
    }

    /// <summary>Whether pages bring plotly.js, so that figures need not bring it themselves.</summary>
    internal bool CanPlot => Draws(PageScript.Charts);

    internal bool Draws(string mark) => Scripts.Any(script => script.Marks.Contains(mark));
}

/// <summary>A page of the site that is not a notebook.</summary>
/// <param name="FileName">Name of its file in the site's folder, with <c>.html</c>.</param>
/// <param name="Title">Its title, also the text of links to it.</param>
/// <param name="Html">Its content below the title.</param>
public sealed record ExtraPage(string FileName, string Title, string Html);

/// <summary>A library in JavaScript that comes along with the pages that it is for.</summary>
/// <param name="FileName">Name of its file in the site's folder of assets.</param>
/// <param name="Code">The library.</param>
/// <param name="Marks">Pieces of HTML; a page that holds one of them gets the library.</param>
public sealed record PageScript(string FileName, string Code, params string[] Marks)
{
    /// <summary>Marks charts for plotly.js.</summary>
    public const string Charts = "class=\"plotly";

    /// <summary>Marks diagrams for mermaid.</summary>
    public const string Diagrams = "class=\"mermaid\"";

    /// <summary>Marks formulas for temml.</summary>
    public const string Formulas = "class=\"math\"";
}

/// <summary>A short word about a notebook, such as a count of verdicts.</summary>
/// <param name="Text">The word.</param>
/// <param name="Tone">What it says at a glance.</param>
public sealed record Badge(string Text, BadgeTone Tone = BadgeTone.Neutral);

/// <summary>How a badge is coloured.</summary>
public enum BadgeTone
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Worth a look.</summary>
    Warning,
    /// <summary>Not as it should be.</summary>
    Bad,
}
