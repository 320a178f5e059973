using Derma.Notebooks.Results;

namespace Derma.Cli;

/// <summary>The texts of <c>docs/</c> that the site takes along: the glossary as a page, the paths through the course above the index.</summary>
static class CourseText
{
    const string GlossaryPage = "glossary.html";

    static string Docs => Path.Combine(Repository.Root, "docs");

    /// <summary>A site with these texts, as far as the repository has them.</summary>
    /// <param name="site">The site without them.</param>
    /// <param name="notebooks">Names of the notebooks that have pages; links to others become plain text.</param>
    public static SiteOptions AddTo(SiteOptions site, IReadOnlySet<string> notebooks)
    {
        var (glossary, paths) = (Path.Combine(Docs, "glossary.md"), Path.Combine(Docs, "course.md"));
        var links = File.Exists(glossary) ? new Dictionary<string, string> { [glossary] = GlossaryPage } : [];
        string BelowTitle(string file) => new MarkdownHtml(Docs, notebooks, links).ToHtml(string.Join('\n', File.ReadLines(file).Skip(1)));
        return site with
        {
            Links = links,
            ExtraPages = links.Count == 0 ? site.ExtraPages : [.. site.ExtraPages, new ExtraPage(GlossaryPage, "Glossary", BelowTitle(glossary))],
            IntroductionHtml = site.IntroductionHtml + (File.Exists(paths) ? $"<h2>A path through the course</h2>\n{BelowTitle(paths)}" : ""),
        };
    }
}
