using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SkiaSharp;

namespace Derma.Data;

/// <summary>Reads a photo as a square of RGB bytes, stretched as Keras' <c>target_size</c> does, upright, on white where it is transparent.</summary>
public static class PhotoDecoder
{
    /// <summary>A photo whose header claims more is refused before memory is taken for it.</summary>
    public const long MaxPixels = 8192 * 8192;

    /// <summary>A larger file is refused unread.</summary>
    public const long MaxFileBytes = 256L << 20;

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
            reason = Refusal(path) ?? Read(path, size, rgb);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reason = $"cannot be read ({error.Message.TrimEnd('.')})";
        }
        return reason is null;
    }

    static string? Refusal(string path) => new FileInfo(path) switch
    {
        { Exists: false } => "does not exist",
        { Length: 0 } => "is empty",
        { Length: > MaxFileBytes } => $"is larger than {MaxFileBytes >> 20} MB",
        _ => null,
    };

    static string? Read(string path, int size, Span<byte> rgb)
    {
        using var codec = SKCodec.Create(path, out var result);
        if (codec is null) return result == SKCodecResult.IncompleteInput ? "is cut short" : "is not a JPEG or PNG picture";
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MaxPixels) return $"claims {width} x {height} pixels, more than this program decodes";
        var scaled = ScaledSize(codec, size);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        return ReadPixels(codec, new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, alpha), size, rgb);
    }

    // The JPEG decoder leaves out frequencies that the small picture cannot show: the least eighth that still covers it.
    static SKSizeI ScaledSize(SKCodec codec, int size)
    {
        var shorter = Math.Min(codec.Info.Width, codec.Info.Height);
        var eighths = (int)Math.Ceiling(8.0 * size / shorter);
        return codec.GetScaledDimensions(Math.Min(eighths, 8) / 8f);
    }

    static unsafe string? ReadPixels(SKCodec codec, SKImageInfo info, int size, Span<byte> rgb)
    {
        var rented = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        try
        {
            var pixels = rented.AsSpan(0, info.BytesSize);
            fixed (byte* target = pixels)
            {
                var result = codec.GetPixels(info, (IntPtr)target);
                if (result != SKCodecResult.Success) return result == SKCodecResult.IncompleteInput ? "is cut short" : "is damaged";
            }
            if (info.AlphaType != SKAlphaType.Opaque) PutOnWhite(pixels);
            Resizer.Resize(pixels, info.Width, info.Height, rgb, size);
            Orientation.Apply(codec.EncodedOrigin, rgb, size);
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    static void PutOnWhite(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i += 4)
            for (var c = 0; c < 3; c++)
                rgba[i + c] = (byte)(255 - ((255 - rgba[i + c]) * rgba[i + 3] + 127) / 255);
    }
}
