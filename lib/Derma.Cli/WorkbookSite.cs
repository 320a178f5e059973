using System.Net;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>What the site of a run shows besides its notebooks.</summary>
static class WorkbookSite
{
    const string Footer =
        "Not for diagnosis. This site repeats experiments for teaching; nothing on it says anything about a person's skin. See a doctor. "
        + "Built-in drawings are made by a program: they are not patient data, and their accuracies reproduce nobody's.";

    /// <summary>At the foot of every page.</summary>
    public static string FooterHtml => $"<p>{WebUtility.HtmlEncode(Footer)}</p>";

    /// <summary>Where a run's site goes: into the run's folder where a person named it, else into the one site of all runs.</summary>
    public static string FolderOf(LabOptions options) => Path.Combine(options.RunFolder ?? Repository.Runs, "site");

    public static SiteOptions Of(RunRequest request, IReadOnlyList<NotebookRun> runs, IReadOnlyList<ClaimCheck> checks) => new()
    {
        OutputFolder = FolderOf(request.Options),
        Title = "Derma Workbook",
        IntroductionHtml = Introduction(request, checks),
        FooterHtml = FooterHtml,
        Badges = runs.ToDictionary(run => run.Name, run => Badges(checks, run.Name)),
        ExtraPages = [new ExtraPage("ledger.html", "Ledger of both papers", ClaimTable.Ledger(checks).Html)],
        Scripts = PageScripts.All(),
    };

    static string Introduction(RunRequest request, IReadOnlyList<ClaimCheck> checks)
    {
        var options = request.Options;
        var isBuiltIn = options.Data == LabOptions.BuiltIn;
        var data = isBuiltIn ? "built-in drawings, made by a program and not patient data" : $"the photos of {options.Data.Split('=')[0]}";
        var papers = checks.GroupBy(check => check.Claim.Paper)
            .Select(paper => $"{WebUtility.HtmlEncode(paper.Key)}, {paper.Count()}: "
                + $"{VerdictWords.Counts(paper.Select(check => check.Verdict))}");
        return "<p>Two dermatology papers, re-run from their published descriptions with every printed number checked: "
            + "the ten training attempts of a small network on 22 skin conditions, "
            + "and Smart Derma's three networks, their votes and their prediction service. "
            + $"This run used {WebUtility.HtmlEncode(data)}, at the scale “{options.Scale.Name}”: "
                + $"{WebUtility.HtmlEncode(options.Scale.About)}.</p>"
            + $"<p>{Reproduced(checks, isBuiltIn)} <a href=\"ledger.html\">The ledger</a> has all {checks.Count} printed numbers. "
            + $"{string.Join(". ", papers)}.</p>";
    }

    /// <summary>The sentence that counts most: how many of the printed accuracies were measured again.</summary>
    static string Reproduced(IReadOnlyList<ClaimCheck> checks, bool isBuiltIn)
    {
        var accuracies = checks.Where(check => check.Claim.Kind == ClaimKind.Accuracy).ToList();
        var reproduced = accuracies.Count(check => check.Verdict == Verdict.Reproduced);
        return $"<strong>Of {accuracies.Count} printed results of training, this run reproduced {(reproduced == 0 ? "none" : reproduced)}"
            + $"{(isBuiltIn ? ": drawings cannot, and the papers' own photos are not here" : "")}.</strong>";
    }

    static IReadOnlyList<Badge> Badges(IEnumerable<ClaimCheck> checks, string notebook) =>
        [.. checks.Where(check => check.Measured is not null && check.Notebook == notebook)
            .GroupBy(check => check.Verdict).OrderBy(group => group.Key)
            .Select(group => new Badge($"{group.Count()} {group.Key.Words()}", Tone(group.Key)))];

    static BadgeTone Tone(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => BadgeTone.Good,
        Verdict.NotReproduced or Verdict.CountedOtherwise => BadgeTone.Bad,
        Verdict.ImpossibleAsPrinted => BadgeTone.Warning,
        _ => BadgeTone.Neutral,
    };
}

/// <summary>The texts of <c>docs/</c> that the site takes along: the glossary as a page, the paths through it above the index.</summary>
static class CourseText
{
    const string GlossaryPage = "glossary.html";

    static string Docs => Path.Combine(Repository.Root, "docs");

    /// <summary>A site with these texts, as far as the repository has them.</summary>
    /// <param name="site">The site without them.</param>
    /// <param name="runs">The notebooks that have pages; links to others become plain text.</param>
    public static SiteOptions AddTo(SiteOptions site, IEnumerable<NotebookRun> runs)
    {
        var (glossary, paths) = (Path.Combine(Docs, "glossary.md"), Path.Combine(Docs, "course.md"));
        var links = runs.ToDictionary(run => run.File, run => run.Name + ".html");
        if (File.Exists(glossary)) links[glossary] = GlossaryPage;
        string BelowTitle(string file) => new MarkdownHtml(Docs, links).ToHtml(string.Join('\n', File.ReadLines(file).Skip(1)));
        return site with
        {
            Links = links,
            ExtraPages = File.Exists(glossary)
                ? [.. site.ExtraPages, new ExtraPage(GlossaryPage, "Glossary", BelowTitle(glossary))] : site.ExtraPages,
            IntroductionHtml = site.IntroductionHtml
                + (File.Exists(paths) ? $"<h2>A path through the course</h2>\n{BelowTitle(paths)}" : ""),
        };
    }
}

/// <summary>The scripts that pages bring along: plotly.js from Plotly.NET's assembly, and what npm has installed.</summary>
static class PageScripts
{
    public static IReadOnlyList<PageScript> All() =>
    [
        new("plotly.min.js", PlotlyJs.Code, PageScript.Charts, "Plotly.newPlot"),
        .. FromNpm(PageScript.Diagrams, "@mermaid-js", "tiny", "dist", "mermaid.tiny.js"),
        .. FromNpm(PageScript.Formulas, "temml", "dist", "temml.min.js"),
    ];

    static IEnumerable<PageScript> FromNpm(string mark, params string[] path)
    {
        var file = Path.Combine([Repository.Root, "node_modules", .. path]);
        if (File.Exists(file)) yield return new(Path.GetFileName(file), File.ReadAllText(file), mark);
    }
}
