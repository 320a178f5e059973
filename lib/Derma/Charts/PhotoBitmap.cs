using SkiaSharp;

namespace Derma.Charts;

/// <summary>Photos in their own proportions, for pages.</summary>
static class PhotoBitmap
{
    /// <summary>Longer side of a photo in a report, in pixels: about 300 a printed inch.</summary>
    public const int PageSize = 800;

    /// <summary>Decodes to RGBA; a JPEG is shrunk while it is decoded, to no less than <paramref name="longer"/> pixels on its longer side.</summary>
    /// <exception cref="ArgumentException">The bytes are no picture.</exception>
    public static unsafe SKBitmap Read(ReadOnlySpan<byte> photo, int longer)
    {
        using var data = SKData.CreateCopy(photo);
        using var codec = SKCodec.Create(data) ?? throw NoPicture();
        var eighths = Math.Ceiling(8.0 * longer / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions((float)Math.Min(eighths, 8) / 8);
        var bitmap = new SKBitmap(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul);
        fixed (byte* pixels = bitmap.GetPixelSpan())
        {
            if (codec.GetPixels(bitmap.Info, (IntPtr)pixels) == SKCodecResult.Success) return bitmap;
        }
        bitmap.Dispose();
        throw NoPicture();
    }

    static ArgumentException NoPicture() => new("The photo is no JPEG or PNG picture that can be decoded.");
}
