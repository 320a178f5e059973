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
        return photos.Overlay is null ? below
            : Math.Max(below, Picture(pen, photos.Overlay, text.HeatMap!, PdfPage.Left + Side + PdfPage.Gap, y));
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
        pen.Right(Numbers.Percent(probability), PdfPage.Right, y, PdfPage.Body);
    }

    static float Quality(PdfPen pen, ReportText text, float y)
    {
        y = pen.Paragraph(ReportText.QualityHeading, PdfPage.Left, y, PdfPage.Inner, PdfPage.Heading);
        foreach (var line in text.Quality) y = pen.Paragraph(line, PdfPage.Left, y, PdfPage.Inner, PdfPage.Body, maxLines: 2);
        return y + 6;
    }
}

/// <summary>The middle of the page: what the condition is and what to do, as large as fits.</summary>
static class PdfAdvice
{
    const string More = "… The HTML report has the rest.";
    const float Column = (PdfPage.Inner - 2 * PdfPage.Gap) / 2, Bullet = 9, Above = 5;
    const int DescriptionLines = 8, SourceLines = 3;

    static readonly float[] Scales = [1.2f, 1.12f, 1.06f, 1, 0.95f, 0.9f, 0.85f, 0.8f, 0.75f];

    public static void Draw(PdfPen pen, ReportText text, float top, float bottom)
    {
        using var measuring = new PdfPen(null);
        var fitting = Scales.FirstOrDefault(scale => Fill(measuring, text, top, bottom, scale), Scales[^1]);
        Fill(pen, text, top, bottom, fitting);
    }

    // Whether all of it fitted.
    static bool Fill(PdfPen pen, ReportText text, float top, float bottom, float scale)
    {
        var (body, small) = (Scaled(PdfPage.Body, scale), Scaled(PdfPage.Small, scale));
        var y = pen.Paragraph(text.ConditionHeading, PdfPage.Left, top, PdfPage.Inner, Scaled(PdfPage.Heading, scale), maxLines: 2);
        y = pen.Paragraph(text.Description, PdfPage.Left, y, PdfPage.Inner, body, DescriptionLines) + 3;
        var limit = bottom - EndHeight(text, small);
        var left = Lists(pen, text.Advice.Where((_, i) => i % 2 == 0), PdfPage.Left, y, limit, body);
        var right = Lists(pen, text.Advice.Where((_, i) => i % 2 == 1), PdfPage.Right - Column, y, limit, body);
        End(pen, text, Math.Max(left.Y, right.Y) + 4, small);
        return left.All && right.All;
    }

    static (float Y, bool All) Lists(
        PdfPen pen, IEnumerable<(string Heading, IReadOnlyList<string> Lines)> lists, float x, float y, float limit, PdfStyle style)
    {
        using var measuring = new PdfPen(null);
        foreach (var (heading, lines) in lists)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var height = (i == 0 ? style.Leading + Above : 0) + Item(measuring, lines[i], x, 0, style);
                if (y + height + style.Leading > limit)
                    return (pen.Paragraph(More, x, y, Column, style with { Colour = PdfStyle.Soft }), false);
                if (i == 0) y = pen.Paragraph(heading, x, y + Above, Column, style with { Bold = true });
                y = Item(pen, lines[i], x, y, style);
            }
        }
        return (y, true);
    }

    static float Item(PdfPen pen, string line, float x, float y, PdfStyle style)
    {
        pen.Cut("•", x, y, Bullet, style);
        return pen.Paragraph(line, x + Bullet, y, Column - Bullet, style);
    }

    static float EndHeight(ReportText text, PdfStyle style)
    {
        using var measuring = new PdfPen(null);
        return End(measuring, text, 4, style);
    }

    static float End(PdfPen pen, ReportText text, float y, PdfStyle style)
    {
        if (text.Sources is not null) y = pen.Paragraph(text.Sources, PdfPage.Left, y, PdfPage.Inner, style, SourceLines);
        return pen.Paragraph(text.ConditionNotice, PdfPage.Left, y, PdfPage.Inner, style, SourceLines);
    }

    static PdfStyle Scaled(PdfStyle style, float scale) => style with { Size = style.Size * scale };
}
