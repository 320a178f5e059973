namespace Derma.Service;

/// <summary>The upper part of the page: title, notices, pictures, answer, bars, photo quality.</summary>
static class PdfSummary
{
    const float Side = 132, Row = 15;

    /// <returns>Where the rest may begin.</returns>
    public static float Draw(PdfPen pen, ReportText text, ReportPhotos photos)
    {
        var y = Notices(pen, text, Title(pen, text)) + 6;
        var right = PdfPage.Left + (photos.Overlay is null ? 1 : 2) * (Side + PdfPage.Gap) + 6;
        return Quality(pen, text, Math.Max(Pictures(pen, text, photos, y), Answer(pen, text, right, y)) + 6);
    }

    static float Title(PdfPen pen, ReportText text)
    {
        pen.Right(text.Time, PdfPage.Right, PdfPage.Top + 8, PdfPage.Body);
        var y = pen.Paragraph(ReportText.Title, PdfPage.Left, PdfPage.Top, PdfPage.Inner / 2, PdfPage.Title);
        pen.Rule(PdfPage.Left, PdfPage.Right, y, PdfPage.Line);
        return y + 7;
    }

    static float Notices(PdfPen pen, ReportText text, float y)
    {
        y = PdfPage.Notice(pen, Report.Disclaimer, y, PdfPage.Note, PdfPage.Body);
        return text.Drawings is null ? y : PdfPage.Notice(pen, text.Drawings, y, PdfPage.Alarm, PdfPage.Body with { Bold = true });
    }

    static float Pictures(PdfPen pen, ReportText text, ReportPhotos photos, float y)
    {
        var below = Picture(pen, photos.Photo, "Photo", PdfPage.Left, y);
        return photos.Overlay is null ? below : Math.Max(below, Picture(pen, photos.Overlay, text.HeatMap!, PdfPage.Left + Side + PdfPage.Gap, y));
    }

    static float Picture(PdfPen pen, byte[] jpeg, string caption, float x, float y) =>
        pen.Paragraph(caption, x, pen.Picture(jpeg, x, y, Side) + 2, Side, PdfPage.Small, maxLines: 4);

    static float Answer(PdfPen pen, ReportText text, float x, float y)
    {
        var width = PdfPage.Right - x;
        y = pen.Paragraph(text.Headline, x, y - 2, width, PdfPage.Headline, maxLines: 3);
        y = pen.Paragraph(text.Verdict, x, y, width, PdfPage.Body, maxLines: 3) + 6;
        foreach (var item in text.Top)
        {
            Bar(pen, item.Title, item.Probability, x, y, width);
            y += Row;
        }
        return y;
    }

    static void Bar(PdfPen pen, string title, double probability, float x, float y, float width)
    {
        const float share = 38, height = 7;
        var (label, track) = (width * 0.47f, width * 0.53f - share);
        pen.Cut(title, x, y, label - 6, PdfPage.Body);
        pen.Box(x + label, y + 2.5f, track, height, PdfPage.Track, radius: 1.5f);
        pen.Box(x + label, y + 2.5f, Math.Max(0.5f, track * (float)Math.Clamp(probability, 0, 1)), height, PdfPage.Bar, radius: 1.5f);
        pen.Right(Markup.Percent(probability), PdfPage.Right, y, PdfPage.Body);
    }

    static float Quality(PdfPen pen, ReportText text, float y)
    {
        y = pen.Paragraph(ReportText.QualityHeading, PdfPage.Left, y, PdfPage.Inner, PdfPage.Heading);
        foreach (var line in text.Quality) y = pen.Paragraph(line, PdfPage.Left, y, PdfPage.Inner, PdfPage.Body, maxLines: 2);
        return y + 6;
    }
}
