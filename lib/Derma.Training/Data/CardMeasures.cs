namespace Derma.Training;

/// <summary>What a card says of the photos themselves: sizes, copies, leaks, and how complete the words about them are.</summary>
static class CardMeasures
{
    /// <summary>Width and height, and bytes on disk.</summary>
    public static CardSection Sizes(PhotoSet photos)
    {
        var sizes = photos.Photos.AsParallel().AsOrdered().Select(photo => Size(photo.Path)).Where(size => size.Width > 0).ToList();
        var bytes = photos.Photos.Sum(photo => PhotoFile.Resolve(photo.Path).Length);
        if (sizes.Count == 0) return new("Sizes", ["No photo's header could be read."]);
        var shorter = sizes.Select(size => Math.Min(size.Width, size.Height)).Order().ToList();
        var usual = sizes.CountBy(size => size).MaxBy(pair => pair.Value);
        return new("Sizes",
        [
            $"{bytes / 1e6:N1} MB in {photos.Photos.Count:N0} photos. "
            + $"The shorter side has {shorter[0]} to {shorter[^1]} pixels, {shorter[shorter.Count / 2]} in the middle; "
            + $"the most frequent size is {usual.Key.Width} × {usual.Key.Height} "
            + $"({DataCard.Share(usual.Value, sizes.Count)} of the photos).",
        ]);
    }

    /// <summary>Photos with the same bytes.</summary>
    public static CardSection Copies(PhotoSet photos)
    {
        var copies = Duplicates.ByContent(photos);
        int Across<T>(Func<Photo, T> key) => copies.Count(group => group.Select(key).Distinct().Count() > 1);
        return new("Copies",
        [
            $"Groups of photos with the same bytes: {copies.Count:N0}; of several classes: {Across(photo => photo.Label):N0}; "
            + $"in several parts: {Across(photo => photo.Subset):N0}.",
        ])
        {
            Header = copies.Count == 0 ? [] : ["Same bytes (the first 20 groups)"],
            Rows = [.. copies.Take(20).Select(group => DataCard.Cells(
                string.Join(", ", group.Select(photo => new SkippedPhoto(photo.Path, "").NameIn(photos.Root)))))],
        };
    }

    /// <summary>Lesions with photos on both sides of the split.</summary>
    public static CardSection Leaks(PhotoSet photos) => new("Leaks", [photos.LesionsOnBothSides()]);

    /// <summary>How many photos have an age, a sex and so on, and what the files tell besides pixels.</summary>
    public static CardSection Completeness(PhotoSet photos)
    {
        var rows = photos.Photos.Select(photo => photos.Rows.GetValueOrDefault(photo.Path)).ToList();
        var files = MetadataSummary.Of(photos.Photos.Select(photo => photo.Path));
        (string What, int Count)[] known =
        [
            ("a lesion or patient", rows.Count(row => row?.Lesion is not null)), ("an age", rows.Count(row => row?.Age is not null)),
            ("a sex", rows.Count(row => row?.Sex is not null)), ("a place on the body", rows.Count(row => row?.Site is not null)),
            ("a skin type or tone", rows.Count(row => row?.SkinType is not null)),
            ("EXIF in the file", files.With(MetadataKind.Exif)), ("a position (GPS) in the file", files.With(PersonalData.Position)),
            ("a name or serial number in the file", files.With(PersonalData.Identity)),
        ];
        const string About = "Where few photos name a skin type, age or sex, nobody can say how well a network does for whom.";
        return new("What is known of the photos", [About])
        {
            Header = ["Photos with", "Count", "Share"],
            Rows = [.. known.Select(row => DataCard.Cells(row.What, row.Count, DataCard.Share(row.Count, rows.Count)))],
        };
    }

    static (int Width, int Height) Size(string path)
    {
        if (!OpenedPhoto.TryOpen(path, out var opened, out _)) return default;
        using (opened) return (opened.Width, opened.Height);
    }
}
