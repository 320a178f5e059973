namespace Derma.Imaging;

/// <summary>
/// What a photo's file holds besides pixels (Smart Derma, 4.1.6, on anonymisation). Names and lengths only: no value of any tag or text is
/// kept.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Segments">Each piece of metadata, in the file's order.</param>
/// <param name="ExifTags">Names of the EXIF tags that are there, in ordinal order; a tag without a name here shows its number.</param>
/// <param name="Tells">What they say about a person, a place, a time or a device.</param>
/// <param name="Problem">Why the list may be incomplete ("is cut short"), or null.</param>
public sealed record PhotoMetadata(
    string Path, IReadOnlyList<MetadataSegment> Segments, IReadOnlyList<string> ExifTags, PersonalData Tells, string? Problem)
{
    static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether there is anything of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public bool Has(MetadataKind kind) => Segments.Any(segment => segment.Kind == kind);

    /// <summary>
    /// Lists the metadata of one JPEG or PNG, by content, whatever its name. Takes little memory and never throws because of what a file
    /// holds. Metadata behind the first scan of a JPEG, and inside compressed PNG text, is not looked for.
    /// </summary>
    /// <param name="path">The file.</param>
    public static PhotoMetadata Read(string path)
    {
        var found = new MetadataFinder();
        if (PhotoFile.Refusal(path) is { } refusal) return found.Result(path, refusal);
        string? problem;
        try
        {
            using var file = File.OpenRead(path);
            problem = Read(file, found);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = PhotoFile.Words(error);
        }
        return found.Result(path, problem);
    }

    /// <summary>
    /// How the stored picture lies: 1 to 8 (EXIF 2.3, tag 0x0112), whatever type of number the tag has, in a JPEG or a PNG's <c>eXIf</c>.
    /// </summary>
    /// <param name="file">The file from its start.</param>
    /// <returns>Null where the file states none.</returns>
    internal static int? Orientation(Stream file)
    {
        var found = new MetadataFinder();
        try
        {
            Read(file, found);
        }
        catch (IOException)
        {
            // What was found before the file ended counts.
        }
        return found.Orientation;
    }

    static string? Read(Stream file, MetadataFinder found)
    {
        Span<byte> start = stackalloc byte[8];
        var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (read.SequenceEqual(PngSignature)) return PngMetadata.Read(file, found);
        if (!read.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "is neither a JPEG nor a PNG";
        file.Position = 0;
        return JpegMetadata.Read(file, found);
    }
}

/// <summary>One piece of metadata in a file. Its content is not kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its place in the format: "APP1", "COM", "tEXt", …</param>
/// <param name="Bytes">Its length without the format's own framing.</param>
public sealed record MetadataSegment(MetadataKind Kind, string Name, long Bytes);

/// <summary>What a piece of metadata in a photo's file is.</summary>
public enum MetadataKind
{
    /// <summary>The camera's directory of tags (EXIF 2.3): date, camera, owner, position, a thumbnail.</summary>
    Exif,

    /// <summary>An XML packet by Adobe's standard, which may repeat EXIF and add the history of edits.</summary>
    Xmp,

    /// <summary>Photoshop's resources, IPTC captions and names among them.</summary>
    Iptc,

    /// <summary>Free text: a JPEG comment, a PNG text chunk.</summary>
    Comment,

    /// <summary>An ICC profile, which names a device at most.</summary>
    ColourProfile,

    /// <summary>The time of the last change, as PNG keeps it.</summary>
    Time,

    /// <summary>A segment that some program put there for itself: a second picture, depth, a maker's data.</summary>
    Other,
}

/// <summary>What metadata can say about a person, a place, a time or a device.</summary>
[Flags]
public enum PersonalData
{
    /// <summary>Nothing of the kind was found.</summary>
    None = 0,

    /// <summary>Latitude and longitude.</summary>
    Position = 1,

    /// <summary>The camera's make or model.</summary>
    Camera = 2,

    /// <summary>A number that only this camera or lens has, the owner's or the photographer's name.</summary>
    Identity = 4,

    /// <summary>When the photo was taken or changed.</summary>
    Date = 8,

    /// <summary>A small second picture, which may show what was cropped away.</summary>
    Thumbnail = 16,
}
