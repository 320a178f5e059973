namespace Derma.Service;

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

    static (float Y, bool All) Lists(PdfPen pen, IEnumerable<(string Heading, IReadOnlyList<string> Lines)> lists, float x, float y, float limit, PdfStyle style)
    {
        using var measuring = new PdfPen(null);
        foreach (var (heading, lines) in lists)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var height = (i == 0 ? style.Leading + Above : 0) + Item(measuring, lines[i], x, 0, style);
                if (y + height + style.Leading > limit) return (pen.Paragraph(More, x, y, Column, style with { Colour = PdfStyle.Soft }), false);
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
