using System.Globalization;

namespace Derma.Papers;

/// <summary>What the notebook about Smart Derma's data shows.</summary>
public static class DataViews
{
    /// <summary>What the photo files carry besides pixels.</summary>
    public static HtmlView Metadata(PhotoSet photos)
    {
        var summary = MetadataSummary.Of(photos.Photos.Select(photo => photo.Path));
        return LabViews.Join(
            Tables.Of(["Photos with", "Count"], summary.Rows.Select(row => (IReadOnlyList<object?>)[row.What, row.Photos]),
                summary.ToString()),
            Notes.Of("Dropped.", "Only pixels are decoded, and nothing is written back into the files."));
    }

    /// <summary>Checks what the paper says about its data, and shows the verdicts' rows to come.</summary>
    public static void CheckSmartDermaData(this Lab lab) => SmartDermaSetupClaims.CheckData(
        lab.Claims, lab.Photos, lab.Photos.Photos.Sum(photo => PhotoFile.Resolve(photo.Path).Length));
}
