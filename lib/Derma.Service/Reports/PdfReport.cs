using SkiaSharp;

namespace Derma.Service;

/// <summary>A report as a PDF of one page.</summary>
public static class PdfReport
{
    // What a reader's program may compress again; the photos are JPEG files already and stay so.
    const int EncodingQuality = 90;
    const float RasterDpi = 300;

    /// <summary>Writes the page. What does not fit on it is left out at the end of its list, which says that the HTML report has it.</summary>
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static void Write(Report report, Stream target)
    {
        var (text, photos) = (new ReportText(report), ReportPhotos.Of(report));
        // An exception of the target's, thrown inside the native writer, would end the process.
        using var file = new MemoryStream();
        using var document = SKDocument.CreatePdf(file, Metadata(report, text));
        using (var pen = new PdfPen(document.BeginPage(PdfPage.Width, PdfPage.Height))) Draw(pen, text, photos);
        document.EndPage();
        document.Close();
        file.WriteTo(target);
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
        Keywords = $"{report.Answer.Best.Label}, {report.Model.Id}", Creator = $"Derma Workbook {report.Model.LibraryVersion}", Creation = report.Time.UtcDateTime,
    };
}
