namespace Derma.Imaging;

/// <summary>
/// What a photo's file holds besides pixels (Smart Derma, 4.1.6, on anonymisation). Names and lengths only: no value of any tag or text is kept.
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
    /// Lists the metadata of one JPEG or PNG, by content, whatever its name. Takes little memory and never throws because of what a file holds.
    /// Metadata behind the first scan of a JPEG, and inside compressed PNG text, is not looked for.
    /// </summary>
    /// <param name="path">The file.</param>
    public static PhotoMetadata Read(string path)
    {
        var found = new MetadataFinder();
        string? problem;
        try
        {
            using var file = File.OpenRead(path);
            problem = Read(file, found);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read ({error.Message.TrimEnd('.')})";
        }
        return found.Result(path, problem);
    }

    static string? Read(Stream file, MetadataFinder found)
    {
        if (file.Length == 0) return "is empty";
        if (file.Length > PhotoDecoder.MaxFileBytes) return $"is larger than {PhotoDecoder.MaxFileBytes >> 20} MB";
        Span<byte> start = stackalloc byte[8];
        var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (read.SequenceEqual(PngSignature)) return PngMetadata.Read(file, found);
        if (!read.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "is neither a JPEG nor a PNG";
        file.Position = 2;
        return JpegMetadata.Read(file, found);
    }
}
