namespace Derma.Service;

/// <summary>A report as one HTML page that needs nothing else: no script, no network.</summary>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static string Of(Report report)
    {
        var (text, photos) = (new ReportText(report), ReportPhotos.Of(report));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <title>{Markup.Encode($"{ReportText.Title}: {text.Headline}")}</title>
            {HtmlReportStyle.Style}
            </head>
            <body>
            <main>
            <header><h1>{Markup.Encode(ReportText.Title)}</h1><p>{Markup.Encode(text.Time)}</p></header>
            <p class="notice" role="note">{Markup.Encode(Report.Disclaimer)}</p>{Paragraph("notice drawings", text.Drawings)}
            <div class="answer">
            <div class="photos">{Figure(photos.Photo, "The photo that this report is about", "Photo")}{Overlay(photos, text)}</div>
            <section aria-labelledby="answer"><h2 id="answer">{Markup.Encode(text.Headline)}</h2>
            <p>{Markup.Encode(text.Verdict)}</p>
            {Bars("The likeliest classes", text.Top)}
            <details><summary>All {report.Answer.Classes.Count} classes</summary>{Bars("All classes, the likeliest first", report.Answer.Classes)}</details></section>
            </div>
            {Section(ReportText.QualityHeading, text.Quality)}
            <section><h2>{Markup.Encode(text.ConditionHeading)}</h2>
            <p>{Markup.Encode(text.Description)}</p>
            <div class="advice">{string.Concat(text.Advice.Select(list => $"<div><h3>{Markup.Encode(list.Heading)}</h3>{List(list.Lines)}</div>"))}</div>
            {Paragraph("small", text.Sources)}<p class="small">{Markup.Encode(text.ConditionNotice)}</p></section>
            <section><h2>{Markup.Encode(ReportText.ModelHeading)}</h2>
            <dl>{string.Concat(text.Facts.Select(fact => $"<dt>{Markup.Encode(fact.Name)}</dt><dd>{Markup.Encode(fact.Value)}</dd>"))}</dl></section>
            </main>
            </body>
            </html>

            """;
    }

    static string Overlay(ReportPhotos photos, ReportText text) =>
        photos.Overlay is null ? "" : Figure(photos.Overlay, $"The same photo under a heat map. {text.HeatMap}", text.HeatMap!);

    static string Figure(byte[] jpeg, string alt, string caption) =>
        $"""<figure><img src="data:image/jpeg;base64,{Convert.ToBase64String(jpeg)}" alt="{Markup.Encode(alt)}"><figcaption>{Markup.Encode(caption)}</figcaption></figure>""";

    static string Bars(string caption, IEnumerable<ClassProbability> classes) =>
        $"""<table><caption>{Markup.Encode(caption)}</caption><thead><tr><th scope="col">Class</th><th scope="col" class="share">Probability</th></tr></thead><tbody>{string.Concat(classes.Select(Bar))}</tbody></table>""";

    static string Bar(ClassProbability item)
    {
        var width = FormattableString.Invariant($"{Math.Clamp(item.Probability, 0, 1) * 100:0.#}%");
        return $"""<tr><th scope="row">{Markup.Encode(item.Title)}<i style="width:{width}"></i></th><td class="share">{Markup.Percent(item.Probability)}</td></tr>""";
    }

    static string Section(string heading, IReadOnlyList<string> lines) => $"<section><h2>{Markup.Encode(heading)}</h2>{List(lines)}</section>";

    static string List(IReadOnlyList<string> lines) => $"<ul>{string.Concat(lines.Select(line => $"<li>{Markup.Encode(line)}</li>"))}</ul>";

    static string Paragraph(string kind, string? text) => text is null ? "" : $"""<p class="{kind}">{Markup.Encode(text)}</p>""";
}
