using Derma.Charts;
using SkiaSharp;

namespace Derma.Reports;

/// <summary>The pictures of a report as JPEG files.</summary>
/// <param name="Photo">The photo, no larger than a page shows.</param>
/// <param name="Overlay">The photo under its heat map; null where there is none.</param>
sealed record ReportPhotos(byte[] Photo, byte[]? Overlay)
{
    const int Quality = 88;

    /// <exception cref="ArgumentException">The photo is no picture.</exception>
    public static ReportPhotos Of(Report report)
    {
        using var bitmap = PhotoBitmap.Read(report.Photo.Span, PhotoBitmap.PageSize);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(jpeg.ToArray(), report.Answer.HeatMap is { } map ? HeatMapOverlay.OfPhoto(report.Photo.Span, map) : null);
    }
}
