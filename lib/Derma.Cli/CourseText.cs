using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>The texts of <c>docs/</c> that the site takes along: the glossary as a page, the paths through the course above the index.</summary>
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
            ExtraPages = File.Exists(glossary) ? [.. site.ExtraPages, new ExtraPage(GlossaryPage, "Glossary", BelowTitle(glossary))] : site.ExtraPages,
            IntroductionHtml = site.IntroductionHtml + (File.Exists(paths) ? $"<h2>A path through the course</h2>\n{BelowTitle(paths)}" : ""),
        };
    }
}
