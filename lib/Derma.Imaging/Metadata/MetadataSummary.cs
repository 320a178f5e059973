namespace Derma.Imaging;

/// <summary>
/// What the files of a photo set hold besides pixels. None of it goes further: decoding yields pixels only, and no photo is written back.
/// </summary>
/// <param name="Photos">One entry a photo, in the set's order.</param>
public sealed record MetadataSummary(IReadOnlyList<PhotoMetadata> Photos)
{
    /// <summary>Reads the files, several at a time; a broken one is counted, never the end of the run.</summary>
    /// <param name="files">Their paths.</param>
    public static MetadataSummary Of(IEnumerable<string> files) =>
        new([.. files.AsParallel().AsOrdered().Select(PhotoMetadata.Read)]);

    /// <summary>Photos whose files could not be read to the end.</summary>
    public int Unreadable => Photos.Count(photo => photo.Problem is not null);

    /// <summary>Bytes of metadata in all files.</summary>
    public long Bytes => Photos.Sum(photo => photo.Segments.Sum(segment => segment.Bytes));

    /// <summary>Photos that have each EXIF tag, the most frequent tag first.</summary>
    public IReadOnlyList<(string Tag, int Photos)> Tags =>
    [
        .. Photos.SelectMany(photo => photo.ExifTags).CountBy(tag => tag).Select(pair => (pair.Key, pair.Value))
            .OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal),
    ];

    /// <summary>The table for a page: what there is, and in how many photos.</summary>
    public IReadOnlyList<(string What, int Photos)> Rows =>
    [
        ("EXIF", With(MetadataKind.Exif)),
        ("XMP", With(MetadataKind.Xmp)),
        ("Photoshop and IPTC", With(MetadataKind.Iptc)),
        ("comments and texts", With(MetadataKind.Comment)),
        ("colour profile", With(MetadataKind.ColourProfile)),
        ("time of change", With(MetadataKind.Time)),
        ("other segments", With(MetadataKind.Other)),
        ("… which tell the position (GPS)", With(PersonalData.Position)),
        ("… the camera", With(PersonalData.Camera)),
        ("… a serial number, owner or author", With(PersonalData.Identity)),
        ("… a date", With(PersonalData.Date)),
        ("… a thumbnail of their own", With(PersonalData.Thumbnail)),
    ];

    /// <summary>The finding in one sentence and what becomes of it in another.</summary>
    public override string ToString() =>
        $"{Photos.Count:N0} photos: {With(MetadataKind.Exif):N0} with EXIF, {With(PersonalData.Position):N0} with a position, "
        + $"{With(PersonalData.Identity):N0} with a serial number or a name, {With(MetadataKind.Comment):N0} with comments"
        + $"{(Unreadable == 0 ? "" : $", {Unreadable:N0} not readable to the end")}. "
        + "All of it is dropped: only pixels are decoded, upright by the orientation tag, and nothing is written back.";

    /// <summary>Photos with metadata of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int With(MetadataKind kind) => Photos.Count(photo => photo.Has(kind));

    /// <summary>Photos whose metadata tells something.</summary>
    /// <param name="what">What it tells.</param>
    public int With(PersonalData what) => Photos.Count(photo => photo.Tells.HasFlag(what));
}
