using System.Diagnostics.CodeAnalysis;

namespace Derma.Imaging;

/// <summary>
/// Reads a photo as a square of RGB bytes, stretched as Keras' <c>target_size</c> does, upright, on white where it is transparent.
/// </summary>
public static class PhotoDecoder
{
    /// <summary>A photo whose header claims more is refused before memory is taken for it.</summary>
    public const long MaxPixels = 8192 * 8192;

    /// <summary>Decodes one photo.</summary>
    /// <param name="path">A JPEG or PNG file, by content, whatever its name.</param>
    /// <param name="size">Width and height of the result in pixels.</param>
    /// <param name="rgb">Receives size x size x 3 bytes, row-major.</param>
    /// <exception cref="UserError">The photo cannot be used; the message names it and says why.</exception>
    public static void Decode(string path, int size, Span<byte> rgb)
    {
        if (!TryDecode(path, size, rgb, out var reason)) throw new UserError($"The photo '{path}' {reason}.");
    }

    /// <summary>As <see cref="Decode"/>, with the reason in place of an exception.</summary>
    /// <param name="path">A JPEG or PNG file, by content, whatever its name.</param>
    /// <param name="size">Width and height of the result in pixels.</param>
    /// <param name="rgb">Receives size x size x 3 bytes, row-major; undefined after a failure.</param>
    /// <param name="reason">Continues a sentence that begins with the photo: "is cut short", "is empty".</param>
    public static bool TryDecode(string path, int size, Span<byte> rgb, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            reason = PhotoFile.Refusal(path) ?? Read(path, size, rgb);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reason = PhotoFile.Words(error);
        }
        return reason is null;
    }

    static string? Read(string path, int size, Span<byte> rgb)
    {
        if (!OpenedPhoto.TryOpen(path, out var opened, out var problem)) return problem.Reason;
        using (opened)
        {
            if (!opened.TryDecode(size, out var decoded, out problem)) return problem.Reason;
            using (decoded) decoded.Square(size, rgb);
            return null;
        }
    }
}
