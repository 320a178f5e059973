namespace Derma.Papers;

/// <summary>Where every file below the folder of a run's photos went.</summary>
public static class FileViews
{
    const int MostRows = 200;

    /// <summary>Found = used + skipped + set aside, as far as photos were decoded.</summary>
    internal static string Account(this Lab lab)
    {
        var (photos, damaged) = (lab.Photos, lab.Damaged.Count);
        return $"{LabViews.Count(photos.Found, "file")} found = {LabViews.Count(photos.Photos.Count - damaged, "photo")} used + "
            + $"{LabViews.Count(photos.Skipped.Count + damaged, "file")} skipped + {photos.SetAside.Count} set aside"
            + (photos.SetAside.Count == 0 ? "" : $" ({string.Join("; ", ByReason(photos.SetAside))})");
    }

    /// <summary>What loading found: skipped files by name, photos with the same bytes, lesions on both sides, contradictions.</summary>
    public static HtmlView LoadingReport(this Lab lab)
    {
        foreach (var part in new[] { Subset.Train, Subset.Validation }) lab.Pixels(part);
        var (photos, copies) = (lab.Photos, Duplicates.ByContent(lab.Photos));
        var across = copies.Count(group => group.Select(photo => photo.Subset).Distinct().Count() > 1);
        return LabViews.Join(
            Notes.Of("Loaded.", $"{lab.Account()}; {LabViews.Count(copies.Count, "group")} of photos with the same bytes, "
                + $"{across} of them on both sides of the split."),
            photos.Synthetic ? null : Notes.Of("Lesions.", photos.LesionsOnBothSides()),
            photos.Remarks.Count == 0 ? null : Tables.Of(
                ["What the set says of itself"],
                photos.Remarks.Select(remark => (IReadOnlyList<object?>)[remark]), "Contradictions and gaps"),
            Files([.. photos.Skipped, .. lab.Damaged], photos.Root, "Skipped", "Files that are not used"),
            Files(photos.SetAside, photos.Root, "Set aside", "Photos that take no part"),
            copies.Count == 0 ? null : Tables.Of(["Same bytes", "Part", "Class"], copies.SelectMany(group => group).Select(photo =>
                (IReadOnlyList<object?>)[Path.GetFileName(photo.Path), photo.Subset.ToString(), photos.Classes[photo.Label]]),
                    "Copies"));
    }

    static HtmlView? Files(IReadOnlyList<SkippedPhoto> files, string? root, string what, string caption) => files.Count == 0 ? null
        : LabViews.Join(
            Tables.Of(
                [what, "Why"], files.Take(MostRows).Select(file => (IReadOnlyList<object?>)[file.NameIn(root), file.Reason]), caption),
            files.Count <= MostRows ? null
                : Notes.Of($"And {files.Count - MostRows} more:", string.Join("; ", ByReason([.. files.Skip(MostRows)])) + "."));

    static IEnumerable<string> ByReason(IReadOnlyList<SkippedPhoto> files) =>
        files.CountBy(file => file.Reason).OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Value} × {reason.Key}");
}
