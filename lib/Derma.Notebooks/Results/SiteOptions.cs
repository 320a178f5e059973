namespace Derma.Notebooks.Results;

/// <summary>What a site shows besides the notebooks, all of it given by the caller.</summary>
public sealed record SiteOptions
{
    /// <summary>Folder that gets the pages; made where needed.</summary>
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

    /// <summary>Path of a plotly.js bundle to bring along; without it charts show their own HTML.</summary>
    public string? PlotlyScript { get; init; }

    /// <summary>Path of a mermaid bundle to bring along; without it diagrams show as their text.</summary>
    public string? MermaidScript { get; init; }
}
