using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>
/// A notebook as slides. A heading begins a slide, and so do a claim, its reason and what is too long to follow; a picture has a slide of
/// its own.
/// </summary>
internal sealed partial class Slides
{
    const int MostLines = 17, CharactersALine = 95;

    readonly NotebookPage page;
    readonly List<(string? Section, string Html)> slides = [];
    string section = "";
    int lines;

    Slides(NotebookPage page) => this.page = page;

    /// <summary>The page.</summary>
    /// <param name="run">The notebook with what it showed.</param>
    /// <param name="options">As for a site.</param>
    /// <param name="note">One sentence for the first slide; none where empty.</param>
    /// <param name="inlined">Style and script of the page.</param>
    public static string Html(NotebookRun run, SiteOptions options, string note, string inlined)
    {
        var all = new Slides(new NotebookPage(run, options, [run]));
        foreach (var cell in run.Cells) all.Add(cell);
        var sentence = note.Length == 0 ? "" : $"<p class=\"undrawn\">{Markup.Encode(note)}</p>\n";
        var main = string.Concat(all.slides.Select((slide, i) => all.Slide(slide, i, i == 0 ? sentence : ""))) + Pages(all.slides.Count);
        return new PageShell(run.Title, main, options) { Kind = "slides", Inlined = inlined }.ToHtml();
    }

    void Add(CellRun cell)
    {
        if (cell.Cell.IsMarkdown) AddText(cell.Cell.Text);
        else if (cell.Cell.Source.TrimStart().StartsWith("#!import", StringComparison.Ordinal)) Append(Styles(cell), 0);
        else AddCode(cell);
    }

    void AddText(string text)
    {
        foreach (var part in Parts().Split(text).Where(part => part.Trim().Length > 0))
        {
            var before = page.Headings.Count;
            var html = $"<div class=\"text\">{page.Text(part)}</div>\n";
            if (page.Headings.Skip(before).FirstOrDefault() is { Text: { } heading }) Begin(heading, html, Lines(part));
            else if (Beginning().IsMatch(part)) Begin(section, html, Lines(part));
            else Append(html, Lines(part));
        }
    }

    void AddCode(CellRun cell)
    {
        var code = $"<div class=\"code\"><pre tabindex=\"0\">{NotebookPage.Source(cell)}</pre></div>\n";
        Append(code, cell.Cell.Source.Count(letter => letter == '\n') + 2);
        foreach (var output in cell.Outputs)
        {
            var html = page.Output(output);
            Append($"<div class=\"outputs\">{html}</div>\n", Height(html));
        }
    }

    void Begin(string title, string html, int height)
    {
        slides.Add((title == section ? section : null, html));
        (section, lines) = (title, height);
    }

    /// <summary>Puts a piece below the others where it fits there, else on a slide of its own.</summary>
    void Append(string html, int height)
    {
        if (slides.Count == 0 || (lines > 0 && lines + height > MostLines))
        {
            slides.Add((section, html));
            lines = height;
        }
        else
        {
            slides[^1] = (slides[^1].Section, slides[^1].Html + html);
            lines += height;
        }
    }

    string Slide((string? Section, string Html) slide, int index, string note) => $"""
        <section class="slide" id="slide-{index + 1}" tabindex="0" aria-label="{index + 1} of {slides.Count}">
        {(slide.Section is { Length: > 0 } title ? $"<p class=\"section\">{Markup.Encode(title)}</p>" : "")}
        {slide.Html}{note}</section>

        """;

    static string Pages(int count) => $"""
        <nav class="pages" aria-label="Slides"><button type="button" data-step="-1" aria-label="Back">←</button>
        <output>1 / {count}</output><button type="button" data-step="1" aria-label="On">→</button></nav>

        """;

    /// <summary>The look that a shared first cell brings along; what else it shows is no part of the talk.</summary>
    string Styles(CellRun cell) =>
        string.Concat(cell.Outputs.Select(page.Output).SelectMany(html => Style().Matches(html)).Select(style => style.Value));

    /// <summary>A picture fills a slide; of a table the rows count, of all else the words, of what is folded none.</summary>
    static int Height(string html) => Picture().IsMatch(html) ? MostLines
        : Regex.Count(html, "<tr") is var rows and > 0 ? rows + (rows / 2) + 1
        : Lines(Markups().Replace(html, ""));

    static int Lines(string text) => text.Split('\n').Sum(line => line.Trim().Length == 0 ? 0 : 1 + (line.Length / CharactersALine));

    // Headings, the claim and its reason, and each item of a list of exercises or questions.
    [GeneratedRegex(@"^(?=##+ |\*\*[A-Z][^*]+\*\*|\d+\. )", RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\*\*(Claim|Why)")]
    private static partial Regex Beginning();

    [GeneratedRegex("<(img|svg|figure|iframe)|class=\"(plotly|mermaid|claims)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"</summary>[\s\S]*?</details>|<[^>]+>")]
    private static partial Regex Markups();

    [GeneratedRegex(@"<style>[\s\S]*?</style>")]
    private static partial Regex Style();
}
