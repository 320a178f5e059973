namespace Derma.Service;

/// <summary>A report as one HTML page that needs nothing else: no script, no network.</summary>
public static class HtmlReport
{
    static readonly Html Style = new($"<style>\n{Stylesheet()}</style>");

    /// <summary>The page.</summary>
    /// <param name="report">What it shows.</param>
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static string Of(Report report)
    {
        var (text, photos) = (new ReportText(report), ReportPhotos.Of(report));
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <title>{ReportText.Title}: {text.Headline}</title>
            {Style}
            </head>
            <body>
            <main>
            <header><h1>{ReportText.Title}</h1><p>{text.Time}</p></header>
            <p class="notice" role="note">{Report.Disclaimer}</p>{Paragraph("notice drawings", text.Drawings)}
            {Answer(report, text, photos)}
            <section><h2>{ReportText.QualityHeading}</h2>{List(text.Quality)}</section>
            {Condition(text)}
            <section><h2>{ReportText.ModelHeading}</h2>
            <dl>{text.Facts.Select(fact => Html.Of($"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>"))}</dl></section>
            </main>
            </body>
            </html>

            """).Markup;
    }

    static Html Answer(Report report, ReportText text, ReportPhotos photos) => Html.Of($"""
        <div class="answer">
        <div class="photos">{Figure(photos.Photo, "The photo that this report is about", "Photo")}{Overlay(photos, text)}</div>
        <section aria-labelledby="answer"><h2 id="answer">{text.Headline}</h2>
        <p>{text.Verdict}</p>
        {Bars("The likeliest classes", text.Top)}
        <details><summary>All {report.Answer.Classes.Count} classes</summary>
        {Bars("All classes, the likeliest first", report.Answer.Classes)}</details></section>
        </div>
        """);

    static Html Condition(ReportText text) => Html.Of($"""
        <section><h2>{text.ConditionHeading}</h2>
        <p>{text.Description}</p>
        <div class="advice">{text.Advice.Select(list => Html.Of($"<div><h3>{list.Heading}</h3>{List(list.Lines)}</div>"))}</div>
        {Paragraph("small", text.Sources)}<p class="small">{text.ConditionNotice}</p></section>
        """);

    static Html Overlay(ReportPhotos photos, ReportText text) =>
        photos.Overlay is null ? Html.Empty : Figure(photos.Overlay, $"The same photo under a heat map. {text.HeatMap}", text.HeatMap!);

    static Html Figure(byte[] jpeg, string alt, string caption) => Html.Of($"""
        <figure><img src="data:image/jpeg;base64,{Convert.ToBase64String(jpeg)}" alt="{alt}">
        <figcaption>{caption}</figcaption></figure>
        """);

    static Html Bars(string caption, IEnumerable<ClassProbability> classes) => Html.Of($"""
        <table><caption>{caption}</caption>
        <thead><tr><th scope="col">Class</th><th scope="col" class="share">Probability</th></tr></thead>
        <tbody>{classes.Select(Bar)}</tbody></table>
        """);

    static Html Bar(ClassProbability item) => Html.Of($"""
        <tr><th scope="row">{item.Title}<i style="width:{Math.Clamp(item.Probability, 0, 1) * 100:0.#}%"></i></th>
        <td class="share">{Numbers.Percent(item.Probability)}</td></tr>
        """);

    static Html List(IReadOnlyList<string> lines) => Html.Of($"<ul>{lines.Select(line => Html.Of($"<li>{line}</li>"))}</ul>");

    static Html Paragraph(string kind, string? text) => text is null ? Html.Empty : Html.Of($"""<p class="{kind}">{text}</p>""");

    static string Stylesheet()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")
            ?? throw new FileNotFoundException("The library was built without report.css.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
