using SkiaSharp.Pdf;

namespace SkiaSharp;

public class SKDocument : SKObject
{
    readonly PdfSurface surface;
    SKCanvas page;

    SKDocument(PdfSurface surface) => this.surface = surface;

    public static SKDocument CreatePdf(Stream stream, SKDocumentPdfMetadata metadata)
    {
        var surface = new PdfSurface(stream);
        surface.Describe(metadata);
        return new SKDocument(surface);
    }

    public SKCanvas BeginPage(float width, float height) => page = new SKCanvas(surface.BeginPage(width, height));

    public void EndPage()
    {
        surface.EndPage();
        page.Dispose();
    }

    public void Close() => surface.Close();

    protected override void DisposeNative() => surface.Release();
}
