using Derma.Notebooks.Results;

namespace Derma.Cli;

/// <summary>The texts of <c>docs/</c> that the site takes along: the glossary as a page, the paths through the course above the index.</summary>
/// <param name="notebooks">Names of the notebooks that have pages; links to others become plain text.</param>
sealed class CourseText(IReadOnlySet<string> notebooks)
{
    const string GlossaryPage = "glossary.html";

    static string Docs => Path.Combine(Repository.Root, "docs");

    static string GlossaryFile => Path.Combine(Docs, "glossary.md");

    /// <summary>The page that each of the files became.</summary>
    public static IReadOnlyDictionary<string, string> Links => File.Exists(GlossaryFile) ? new Dictionary<string, string> { [GlossaryFile] = GlossaryPage } : [];

    /// <summary>The glossary; none where the repository has no such file.</summary>
    public IReadOnlyList<ExtraPage> Pages => File.Exists(GlossaryFile) ? [new ExtraPage(GlossaryPage, "Glossary", BelowTitle(GlossaryFile))] : [];

    /// <summary>The paths through the course, or nothing.</summary>
    public string Paths => Path.Combine(Docs, "course.md") is var file && File.Exists(file) ? $"<h2>A path through the course</h2>\n{BelowTitle(file)}" : "";

    /// <summary>A page brings its own title.</summary>
    string BelowTitle(string file) => new MarkdownHtml(Docs, notebooks, Links).ToHtml(string.Join('\n', File.ReadLines(file).Skip(1)));
}
