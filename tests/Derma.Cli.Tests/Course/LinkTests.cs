using System.Text.RegularExpressions;
using Derma.Notebooks.Results;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Derma.Cli.Tests.Course;

public class LinkTests
{
    static readonly string docs = Path.Combine(RepositoryPaths.Root, "docs");

    static readonly string glossary = Path.Combine(docs, "glossary.md");

    static string[] Terms => [.. Headings(glossary).Where(heading => heading.Level == 3).Select(heading => heading.Text)];

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_every_anchor_to_a_heading()
    {
        var texts = CourseNotebook.All.SelectMany(notebook => notebook.Texts.Select(text => (From: Path.Combine(CourseNotebook.Folder, notebook.Id), Text: text)))
            .Concat(Directory.GetFiles(docs, "*.md").Append(Path.Combine(RepositoryPaths.Root, "README.md")).Select(file => (From: file, Text: File.ReadAllText(file))));
        var broken = texts.SelectMany(page => Links(page.Text).Where(link => !Leads(page.From, link)).Select(link => $"{Path.GetFileName(page.From)}: {link}"));
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_notebook_leads_from_its_text_to_the_glossary() => Assert.All(CourseNotebook.Sequence, notebook =>
        Assert.Contains("](../docs/glossary.md#", string.Concat(notebook.Texts).Replace(notebook.Facts, "")));

    [Fact]
    public void The_glossary_is_in_alphabetical_order_and_explains_every_term_in_a_sentence_or_a_few()
    {
        Assert.Equal(Terms.Order(StringComparer.OrdinalIgnoreCase), Terms);
        Assert.All(Regex.Split(File.ReadAllText(glossary), @"(?m)^### .+\n").Skip(1), text => Assert.Matches(@"^\n[A-Z[].{25,400}\.\n*$", text));
    }

    [Fact]
    public void On_the_site_the_terms_have_the_anchors_that_markdown_viewers_give_them()
    {
        var page = new MarkdownHtml(docs, new Dictionary<string, string>());
        page.ToHtml(File.ReadAllText(glossary));
        Assert.Equal(Terms.Select(Anchor), page.Headings.Where(heading => heading.Level == 3).Select(heading => heading.Id));
    }

    static bool Leads(string from, string link)
    {
        var parts = link.Split('#');
        var file = parts[0].Length == 0 ? from : Path.GetFullPath(parts[0], Path.GetDirectoryName(from)!);
        return File.Exists(file) && (parts.Length == 1 || Headings(file).Any(heading => Anchor(heading.Text) == parts[1]));
    }

    static IEnumerable<string> Links(string text) => Markdown.Parse(text).Descendants<LinkInline>().Select(link => link.Url!).Where(url => !url.Contains(':'));

    static IEnumerable<(int Level, string Text)> Headings(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => (line.TakeWhile(letter => letter == '#').Count(), line.TrimStart('#').Trim()));

    /// <summary>As GitHub and VS Code make anchors: lower case, blanks to hyphens, no other signs.</summary>
    static string Anchor(string heading) => Regex.Replace(heading.ToLowerInvariant().Replace(' ', '-'), @"[^\w-]", "");
}
