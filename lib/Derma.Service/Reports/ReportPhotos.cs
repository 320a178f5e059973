namespace Derma.Service;

/// <summary>The pictures of a report as JPEG files.</summary>
/// <param name="Photo">The photo, no larger than a page shows.</param>
/// <param name="Overlay">The photo under its heat map; null where there is none.</param>
sealed record ReportPhotos(byte[] Photo, byte[]? Overlay)
{
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static ReportPhotos Of(Report report)
    {
        var photo = UprightPhoto.Read(report.Photo);
        return new(photo.Encode(), report.Answer.HeatMap is { } map ? HeatMapOverlay.Of(photo, map).Encode() : null);
    }
}
