namespace Derma.Imaging;

/// <summary>A photo's file before anything of it is decoded: links are followed, and what could wait for ever is never opened.</summary>
public static class PhotoFile
{
    /// <summary>A larger file is refused unread.</summary>
    public const long MaxBytes = 256L << 20;

    const string NoTarget = "is a link that leads nowhere";

    /// <summary>The file itself; where the path is a link, the file that it leads to.</summary>
    /// <param name="path">The file or the link.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static FileInfo Resolve(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    /// <summary>Why a file is not even opened, or null where it may be.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Continues a sentence that begins with the photo: "is empty", "is a link that leads nowhere".</returns>
    public static string? Refusal(string path)
    {
        try
        {
            return Resolve(path) switch
            {
                { Exists: false } => Absence(path),
                // Pipes, sockets and devices have no length either, and opening one may wait for ever.
                { Length: 0 } => "is empty",
                { Length: > MaxBytes } => $"is larger than {MaxBytes >> 20} MB",
                _ => null,
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new FileInfo(path).LinkTarget is null ? Words(failure) : NoTarget;
        }
    }

    /// <summary>Why reading failed, in words that continue a sentence.</summary>
    internal static string Words(Exception failure) => failure is UnauthorizedAccessException
        ? "may not be read: this user lacks the right" : $"cannot be read ({failure.Message.TrimEnd('.')})";

    // .NET shows bytes that are no UTF-8 as U+FFFD, and then finds no file of that name.
    static string Absence(string path) => new FileInfo(path).LinkTarget is not null ? NoTarget
        : path.Contains('\uFFFD') ? "has a name that is not valid UTF-8; rename it" : "does not exist";
}

/// <summary>A quick look at the first bytes of a photo, which finds empty and misnamed files without decoding any.</summary>
public static class PhotoHeader
{
    /// <summary>What is said of a file with other first bytes.</summary>
    public const string NoPhoto = "is neither a JPEG nor a PNG";

    static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether bytes begin like a JPEG or PNG.</summary>
    public static bool Fits(ReadOnlySpan<byte> start) => start.StartsWith(Jpeg) || start.StartsWith(Png);

    /// <summary>
    /// What is wrong with a file, or null where it begins like a JPEG or PNG. A PNG named .jpg is fine: loaders go by content.
    /// </summary>
    /// <param name="path">The file.</param>
    public static string? Problem(string path) => PhotoFile.Refusal(path) ?? Start(path);

    static string? Start(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[8];
            var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            return Fits(read) ? null : NoPhoto;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return PhotoFile.Words(failure);
        }
    }
}
