using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>The first page: a card for each notebook.</summary>
internal static partial class IndexPage
{
    public static string Html(IReadOnlyList<NotebookRun> runs, SiteOptions options)
    {
        var counts = Count(runs, RunStatus.Passed, "ran to the end", BadgeTone.Good)
            + Count(runs, RunStatus.Failed, "failed", BadgeTone.Bad)
                + Count(runs, RunStatus.NotFinished, "not finished", BadgeTone.Warning);
        var main = $"""
            <h1>{Markup.Encode(options.Title)}</h1>
            {options.IntroductionHtml}
            <p class="facts">{counts}
            <span>{Markup.Duration(TimeSpan.FromTicks(runs.Sum(run => run.Duration.Ticks)))} in all</span></p>
            <ol class="cards">
            {string.Concat(runs.Select(run => Card(run, options)))}</ol>
            """;
        return new PageShell(options.Title, main, options) { Kind = "index" }.ToHtml();
    }

    static string Count(IReadOnlyList<NotebookRun> runs, RunStatus status, string words, BadgeTone tone) =>
        runs.Count(run => run.Status == status) is > 0 and var count ? Markup.Badge(new($"{count} {words}", tone)) : "";

    static string Card(NotebookRun run, SiteOptions options)
    {
        var digits = string.Concat(run.Name.TakeWhile(char.IsAsciiDigit));
        var text = run.Cells.FirstOrDefault(cell => cell.Cell.IsMarkdown)?.Cell.Source ?? "";
        var number = digits.Length == 0 ? "" : $"<span class=\"number\">{digits}</span> ";
        var badges = (run.Status == RunStatus.Passed ? "" : NotebookPage.StatusBadge(run.Status))
            + string.Concat((options.Badges.GetValueOrDefault(run.Name) ?? []).Select(Markup.Badge));
        return $"""
            <li class="card {run.Status.ToString().ToLowerInvariant()}">
            <div class="thumbnail" aria-hidden="true">{Picture(run, options.CanPlot)}</div>
            <h2>{number}<a href="{Markup.Address(options.PageOf(run))}">{Markup.Encode(run.Title)}</a></h2>
            <p>{Markup.Encode(MarkdownHtml.Claim(text))}</p>
            <p class="facts">{badges}<span>{Markup.Duration(run.Duration)}</span></p>
            </li>

            """;
    }

    /// <summary>A small picture: the first chart, or else the first image.</summary>
    static string Picture(NotebookRun run, bool canPlot)
    {
        var shown = run.Cells.SelectMany(cell => cell.Outputs).OfType<ShownOutput>().Select(output => output.Data).ToArray();
        var chart = shown.Select(data => data.GetValueOrDefault(MimeTypes.Plotly)).FirstOrDefault(figure => figure is not null);
        if (canPlot && chart is not null) return Markup.Chart("plotly small", chart);
        var images = shown.Select(data => Image().Match(data.GetValueOrDefault(MimeTypes.Html) ?? ""));
        return images.FirstOrDefault(match => match.Success)?.Value ?? "";
    }

    [GeneratedRegex(@"<img\b[^>]*\bsrc=""data:image/[^""]+""[^>]*>|<svg\b[\s\S]*?</svg>")]
    private static partial Regex Image();
}
