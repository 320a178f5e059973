namespace Derma.Service;

/// <summary>The model and the report's id, at the foot of the page.</summary>
static class PdfFooter
{
    const int LinesAFact = 2;

    /// <returns>Where it begins.</returns>
    public static float Draw(PdfPen pen, ReportText text)
    {
        using var measuring = new PdfPen(null);
        var top = PdfPage.Bottom - Facts(measuring, text, 0);
        pen.Rule(PdfPage.Left, PdfPage.Right, top - 4, PdfPage.Line);
        Facts(pen, text, top);
        return top - 8;
    }

    static float Facts(PdfPen pen, ReportText text, float y)
    {
        foreach (var (name, value) in text.Facts) y = pen.Paragraph($"{name}: {value}", PdfPage.Left, y, PdfPage.Inner, PdfPage.Small, LinesAFact);
        return y;
    }
}
