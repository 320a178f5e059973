using System.Globalization;

namespace Derma.Papers;

/// <summary>What the notebook about Smart Derma's data shows.</summary>
public static class DataViews
{
    /// <summary>How many HAM10000 photos each of the 13 classes would get.</summary>
    public static HtmlView Ham10000Shares()
    {
        var mapping = ClassMapping.Ham10000;
        return LabViews.Join(
            Tables.Of(
                ["Class of Smart Derma", "Diagnoses of HAM10000", "Photos"],
                mapping.Rows.Select(row => (IReadOnlyList<object?>)
                    [row.Class.Title, row.From.IsEmpty ? "–" : string.Join(", ", row.From.Select(c => c.Title)), row.Photos]),
                $"{mapping.Mapped.ToString("N0", CultureInfo.InvariantCulture)} of HAM10000's photos have a class among the 13"),
            Notes.Of("Left out.", $"{string.Join(" and ", mapping.Unmapped.Select(c => c.Title))} have none."));
    }

    /// <summary>Photos, lesions and classes of the three parts.</summary>
    public static HtmlView PartsTable(this Lab lab)
    {
        Subset[] parts = [Subset.Train, Subset.Validation, Subset.Test];
        var groups = parts.Select(part => lab.Photos.Of(part).Select(photo => photo.Group).ToHashSet()).ToList();
        var shared = new[] { (0, 1), (0, 2), (1, 2) }.Sum(pair => groups[pair.Item1].Intersect(groups[pair.Item2]).Count());
        return Tables.Of(
            ["Part", "Photos", "Share", "Lesions", "Smallest class", "Largest class"],
            parts.Select((part, i) => (IReadOnlyList<object?>)
            [
                part.ToString(), lab.Photos.Of(part).Count, LabViews.Percent(lab.Photos.Of(part).Count / (double)lab.Photos.Photos.Count),
                groups[i].Count,
                lab.Photos.CountPerClass(part).Min(), lab.Photos.CountPerClass(part).Max(),
            ]),
            $"Three parts; {shared} lesions stand in two of them");
    }

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
