namespace Derma.Imaging;

/// <summary>A quick look at the first bytes of a photo, which finds empty and misnamed files without decoding any.</summary>
public static class PhotoHeader
{
    static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether bytes begin like a JPEG or PNG.</summary>
    public static bool Fits(ReadOnlySpan<byte> start) => start.StartsWith(Jpeg) || start.StartsWith(Png);

    /// <summary>What is wrong with a file, or null where it begins like a JPEG or PNG. A PNG named .jpg is fine: loaders go by content.</summary>
    /// <param name="path">The file.</param>
    public static string? Problem(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[8];
            var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            if (read.IsEmpty) return "is empty";
            return Fits(read) ? null : "is neither a JPEG nor a PNG";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
