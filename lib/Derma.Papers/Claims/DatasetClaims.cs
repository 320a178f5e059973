namespace Derma.Papers;

/// <summary>What the CNN report says of its data set (sections 2.1 and 3.4), held against the catalogue and, where they are there, the files.</summary>
public static class DatasetClaims
{
    const string Paper = "CNN report";

    /// <summary>Checks counts, classes and files.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="photos">The run's photos; those of a smaller scale are a sample, whose counts say nothing.</param>
    /// <param name="unreadable">How many of them could not be decoded.</param>
    /// <param name="commonSide">The side in pixels that most files have; null where nobody looked.</param>
    public static IReadOnlyList<ClaimCheck> Check(ClaimBook book, PhotoSet photos, int unreadable, int? commonSide = null)
    {
        var entry = Catalog.Default.Entries.Single(set => set.OriginalOf == Paper);
        var files = book.Context is { OriginalOf: Paper, IsPaperScale: true } ? photos : null;
        var train = files?.Of(Subset.Train).Count ?? entry.Train!.Value;
        var all = files?.Photos.Count ?? entry.Total!.Value;
        var folders = files?.Classes ?? [.. entry.Classes.Select(item => item.Folder)];
        List<ClaimCheck> checks =
        [
            book.Check("cnn.data.images", all),
            book.Check("cnn.data.train", train),
            book.Check("cnn.data.test", all - train),
            book.Check("cnn.data.classes", folders.Count),
            book.Check("cnn.data.class-names", folders.Intersect(entry.Classes.Select(item => item.Folder)).Count()),
            book.Check("cnn.data.unusable", unreadable, note: $"Of {photos.Photos.Count:N0} photos of this run."),
        ];
        if (commonSide is { } side) checks.Add(book.Check("cnn.data.image-size", side));
        return checks;
    }
}
