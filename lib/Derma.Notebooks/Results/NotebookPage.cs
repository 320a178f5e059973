using System.Globalization;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>The page of one notebook: its text, its code with status and time, its outputs.</summary>
internal sealed class NotebookPage
{
    readonly NotebookRun run;
    readonly SiteOptions options;
    readonly MarkdownHtml markdown;

    public NotebookPage(NotebookRun run, SiteOptions options, IEnumerable<NotebookRun> all)
    {
        (this.run, this.options) = (run, options);
        var pages = all.Select(other => KeyValuePair.Create(other.File, options.PageOf(other)));
        markdown = new(Path.GetDirectoryName(run.File)!, pages.UnionBy(options.Links, link => link.Key).ToDictionary());
    }

    /// <summary>The headings of what <see cref="Text(string)"/> has written so far.</summary>
    public IReadOnlyList<(int Level, string Id, string Text)> Headings => markdown.Headings;

    public static string Html(IReadOnlyList<NotebookRun> runs, int index, SiteOptions options, string? inlined = null)
    {
        var page = new NotebookPage(runs[index], options, runs);
        var cells = string.Concat(runs[index].Cells.Select(page.Cell));
        var title = page.markdown.Headings.Any(heading => heading.Level == 1) ? "" : $"<h1>{Markup.Encode(runs[index].Title)}</h1>\n";
        var main = page.Facts() + title + cells + page.Neighbours(runs, index);
        var shell = new PageShell(runs[index].Title, main, options) { Contents = page.Contents(), Kind = "notebook", Inlined = inlined };
        return shell.ToHtml();
    }

    string Contents() => string.Concat(markdown.Headings.Where(heading => heading.Level is 2 or 3)
        .Select(heading => $"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Id}\">{Markup.Encode(heading.Text)}</a></li>"));

    string Facts()
    {
        var failure = run.FirstFailure is { } cell
            ? $"<p class=\"failure\"><a href=\"#cell-{cell.Number}\">{Markup.Encode(cell.Error!.Message)}</a></p>" : "";
        var badges = string.Concat((options.Badges.GetValueOrDefault(run.Name) ?? []).Select(Markup.Badge));
        var file = Markup.Address(run.Name + ".ipynb");
        var started = run.Started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <p class="facts">{StatusBadge(run.Status)}{badges}
            <span>{Markup.Duration(run.Duration)}</span>
            <time datetime="{started}">{run.Started.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC</time>
            {(options.OutputFolder.Length == 0 ? "" : $"<a href=\"{file}\" download>Jupyter notebook</a>")}</p>
            {failure}

            """;
    }

    public static string StatusBadge(RunStatus status) => Markup.Badge(status switch
    {
        RunStatus.Passed => new("ran to its end", BadgeTone.Good),
        RunStatus.Failed => new("failed", BadgeTone.Bad),
        _ => new("not finished", BadgeTone.Warning),
    });

    string Cell(CellRun cell) => !cell.Cell.IsMarkdown ? Code(cell)
        : $"<section class=\"text\">{(cell.Cell.IsRaw ? Text("", cell.Cell.Source) : markdown.ToHtml(cell.Cell.Text))}</section>\n";

    string Code(CellRun cell)
    {
        var state = cell.Status.ToString().ToLowerInvariant();
        var shown = string.Concat(cell.Outputs.Select(output => Output(output)));
        var language = Markup.Encode(KernelNames.LanguageOf(cell.Cell.Kernel));
        return $"""
            <section class="cell {state}" id="cell-{cell.Number}">
            <details class="code" open><summary><span class="language">{language}</span> <span class="state">{Words(cell)}</span></summary>
            <pre tabindex="0">{Source(cell)}</pre></details>
            {(shown.Length == 0 ? "" : $"<div class=\"outputs\">{shown}</div>")}
            </section>

            """;
    }

    public string Text(string source) => markdown.ToHtml(source);

    /// <summary>The coloured code; of a cell that failed the line is marked.</summary>
    public static string Source(CellRun cell)
    {
        var lines = ColouredCode.Lines(cell.Cell.Source, cell.Cell.Kernel);
        if (cell.Error?.Line - cell.Cell.Line is { } failing && failing >= 0 && failing < lines.Length)
            lines[failing] = $"<mark>{lines[failing]}</mark>";
        return $"<code>{string.Join('\n', lines)}</code>";
    }

    static string Words(CellRun cell) => cell.Status switch
    {
        CellStatus.Passed => Markup.Duration(cell.Duration),
        CellStatus.Failed => $"failed after {Markup.Duration(cell.Duration)}",
        _ => "not run",
    };

    string Neighbours(IReadOnlyList<NotebookRun> runs, int index)
    {
        string Link(string rel, string word, NotebookRun to) =>
            $"<a rel=\"{rel}\" href=\"{Markup.Address(options.PageOf(to))}\"><small>{word}</small> {Markup.Encode(to.Title)}</a>";
        var before = index > 0 ? Link("prev", "Before", runs[index - 1]) : "<span></span>";
        var after = index + 1 < runs.Count ? Link("next", "Next", runs[index + 1]) : "";
        return $"<nav class=\"neighbours\" aria-label=\"Neighbouring notebooks\">{before}{after}</nav>";
    }

    public string Output(Output output) => output switch
    {
        StreamOutput stream => Text($" class=\"stream {Markup.Encode(stream.Name)}\"", stream.Text.TrimEnd('\n')) + "\n",
        ErrorOutput error => Text(" class=\"error\" role=\"alert\"", string.Join('\n', error.Lines)) + "\n",
        ShownOutput shown => Shown(shown.Data),
        _ => "",
    };

    string Shown(IReadOnlyDictionary<string, string> data) => $"<div class=\"shown\">{Best(data)}</div>\n";

    string Best(IReadOnlyDictionary<string, string> data)
    {
        if (options.CanPlot && data.TryGetValue(MimeTypes.Plotly, out var figure)) return Markup.Chart("plotly", figure);
        if (data.TryGetValue(MimeTypes.Html, out var html)) return Tidy(html);
        if (data.TryGetValue(MimeTypes.Svg, out var svg)) return svg;
        if (data.TryGetValue(MimeTypes.Png, out var png)) return Image(MimeTypes.Png, png);
        if (data.TryGetValue(MimeTypes.Jpeg, out var jpeg)) return Image(MimeTypes.Jpeg, jpeg);
        if (data.TryGetValue(MimeTypes.Markdown, out var text)) return markdown.ToHtml(text);
        if (data.TryGetValue(MimeTypes.Mermaid, out var diagram)) return $"<pre class=\"mermaid\">{Markup.Encode(diagram)}</pre>";
        if (data.TryGetValue(MimeTypes.JavaScript, out var script))
            return $"<script>(async () => {{\n{Markup.Script(script)}\n}})();</script>";
        return Text("", data.GetValueOrDefault(MimeTypes.Text) ?? string.Join('\n', data.Values));
    }

    /// <summary>What the engine's formatters write is understood by every browser; a validator wants these attributes without
    /// values.</summary>
    static string Tidy(string html) => html
        .Replace("<details open=\"open\"", "<details open", StringComparison.Ordinal)
        .Replace("<script type=\"text/javascript\"", "<script", StringComparison.Ordinal);

    static string Text(string attributes, string text) => $"<pre{attributes} tabindex=\"0\">{Markup.Encode(text)}</pre>";

    static string Image(string mimeType, string base64) => $"<img src=\"data:{mimeType};base64,{Markup.Encode(base64.Trim())}\" alt=\"\">";
}
