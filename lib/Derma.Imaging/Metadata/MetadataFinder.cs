namespace Derma.Imaging;

/// <summary>Gathers what the segments of one file hold.</summary>
internal sealed class MetadataFinder
{
    // What XMP calls the properties that EXIF has as tags.
    static readonly (byte[] Word, PersonalData Tells)[] XmpWords =
    [
        ("GPSLatitude"u8.ToArray(), PersonalData.Position),
        ("tiff:Model"u8.ToArray(), PersonalData.Camera),
        ("SerialNumber"u8.ToArray(), PersonalData.Identity),
        ("OwnerName"u8.ToArray(), PersonalData.Identity),
        ("dc:creator"u8.ToArray(), PersonalData.Identity),
        ("CreateDate"u8.ToArray(), PersonalData.Date),
        ("ModifyDate"u8.ToArray(), PersonalData.Date),
        ("xmp:Thumbnails"u8.ToArray(), PersonalData.Thumbnail),
    ];

    readonly List<MetadataSegment> segments = [];
    readonly SortedSet<string> tags = new(StringComparer.Ordinal);
    PersonalData tells;

    public void Add(MetadataKind kind, string name, long bytes, PersonalData says = PersonalData.None)
    {
        segments.Add(new MetadataSegment(kind, name, bytes));
        tells |= says;
    }

    public void AddExif(string name, ReadOnlySpan<byte> tiff)
    {
        var reader = new ExifReader(tiff, tags);
        reader.Read();
        Add(MetadataKind.Exif, name, tiff.Length, reader.Tells);
    }

    public void AddXmp(string name, ReadOnlySpan<byte> packet)
    {
        Add(MetadataKind.Xmp, name, packet.Length);
        foreach (var (word, says) in XmpWords)
            if (packet.IndexOf(word) >= 0) tells |= says;
    }

    public PhotoMetadata Result(string path, string? problem) => new(path, [.. segments], [.. tags], tells, problem);
}
