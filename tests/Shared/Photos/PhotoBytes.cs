using SkiaSharp;

namespace Derma.TestSupport;

/// <summary>JPEG files as phones write them.</summary>
static class PhotoBytes
{
    public const int Red = 0xC83C28, Blue = 0x283CC8;

    static readonly Lazy<byte[]> small = new(() => Jpeg(16, 16));

    /// <summary>Red on the left, blue on the right as stored, with an EXIF block that turns it and names a maker.</summary>
    /// <param name="orientation">EXIF 2.3, tag 0x0112; 6 turns it a quarter clockwise.</param>
    public static byte[] Jpeg(int width, int height, byte orientation = 1)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < width * height; i++) Rgba(i % width < width / 2 ? Red : Blue).CopyTo(pixels[(i * 4)..]);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        var jpeg = data.ToArray();
        // Big-endian TIFF, one directory of two entries: make (ASCII, four bytes in place) and orientation.
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 2, 0x01, 0x0F, 0, 2, 0, 0, 0, 4, .. "ACME"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A small photo whose bytes are its own: a comment holds a name.</summary>
    public static byte[] Named(string name)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(name);
        var jpeg = small.Value;
        return [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text, .. jpeg[2..]];
    }

    /// <summary>Width, height and the colour at a place of a JPEG's pixels, given in parts of its width and height.</summary>
    public static (int Width, int Height, int[] Rgb) See(byte[] jpeg, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(jpeg);
        var at = ((int)(y * bitmap.Height) * bitmap.Width + (int)(x * bitmap.Width)) * 4;
        var pixel = bitmap.GetPixelSpan().Slice(at, 4).ToArray();
        return (bitmap.Width, bitmap.Height, bitmap.ColorType == SKColorType.Bgra8888 ? [pixel[2], pixel[1], pixel[0]] : [pixel[0], pixel[1], pixel[2]]);
    }

    static byte[] Rgba(int colour) => [(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour, 255];
}
