using SkiaSharp;

namespace Derma.Service;

/// <summary>A report as a PDF of one page.</summary>
public static class PdfReport
{
    // What a reader's program may compress again; the photos are JPEG files already and stay so.
    const int EncodingQuality = 90;
    const float RasterDpi = 300;

    /// <summary>
    /// The file. What does not fit on its page is left out at the end of its list, which says that the HTML report has it.
    /// </summary>
    /// <param name="report">What it shows.</param>
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static byte[] Of(Report report)
    {
        var (text, photos) = (new ReportText(report), ReportPhotos.Of(report));
        // In memory, whole: an exception of a stream would have to pass through native code, which ends the process.
        using var file = new MemoryStream();
        using var document = SKDocument.CreatePdf(file, Metadata(report, text));
        using (var pen = new PdfPen(document.BeginPage(PdfPage.Width, PdfPage.Height))) Draw(pen, text, photos);
        document.EndPage();
        document.Close();
        return file.ToArray();
    }

    static void Draw(PdfPen pen, ReportText text, ReportPhotos photos)
    {
        var bottom = PdfFooter.Draw(pen, text);
        var y = PdfSummary.Draw(pen, text, photos);
        PdfAdvice.Draw(pen, text, y, bottom);
    }

    static SKDocumentPdfMetadata Metadata(Report report, ReportText text) => new(rasterDpi: RasterDpi, encodingQuality: EncodingQuality)
    {
        Title = $"{ReportText.Title}: {text.Headline}", Author = "Derma Workbook", Subject = Report.Disclaimer,
        Keywords = $"{report.Answer.Best.Label}, {report.Model.Id}", Creator = $"Derma Workbook {report.Model.LibraryVersion}",
        Creation = report.Time.UtcDateTime,
    };
}

/// <summary>The A4 page in points and how a report divides it.</summary>
static class PdfPage
{
    public const float Width = 595, Height = 842;
    public const float Left = 40, Right = Width - 40, Top = 34, Bottom = Height - 30;
    public const float Inner = Right - Left;
    public const float Gap = 10;
    public const string Line = "#d5dae1", Bar = "#4477aa", Track = "#e9edf2", Note = "#fff3c4", Alarm = "#fbdcdf";

    public static readonly PdfStyle Title = new(17, Bold: true), Heading = new(10.5f, Bold: true), Body = new(8.75f);
    public static readonly PdfStyle Small = new(7.5f, Colour: PdfStyle.Soft), Headline = new(14, Bold: true);

    /// <summary>A tinted box as high as its text.</summary>
    public static float Notice(PdfPen pen, string text, float y, string colour, PdfStyle style)
    {
        const float padding = 6;
        using var measuring = new PdfPen(null);
        var height = measuring.Paragraph(text, 0, 0, Inner - 2 * padding, style) + 2 * padding;
        pen.Box(Left, y, Inner, height, colour, radius: 3);
        pen.Paragraph(text, Left + padding, y + padding - 1, Inner - 2 * padding, style);
        return y + height + 4;
    }
}

/// <summary>How a piece of text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="Bold">Or upright.</param>
/// <param name="Colour">Hexadecimal.</param>
readonly record struct PdfStyle(float Size, bool Bold = false, string Colour = PdfStyle.Ink)
{
    public const string Ink = "#1c2430", Soft = "#5a6472";

    /// <summary>From one line to the next.</summary>
    public float Leading => Size * 1.34f;
}

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
        foreach (var (name, value) in text.Facts)
            y = pen.Paragraph($"{name}: {value}", PdfPage.Left, y, PdfPage.Inner, PdfPage.Small, LinesAFact);
        return y;
    }
}
