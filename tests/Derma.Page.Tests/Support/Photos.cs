using Microsoft.Playwright;
using SkiaSharp;

namespace Derma.Page.Tests.Support;

/// <summary>Photos to upload; drawn, of nobody.</summary>
static class Photos
{
    const int Size = 256;

    /// <summary>A drawing of a melanoma.</summary>
    public static FilePayload Drawing { get; } = Draw();

    /// <summary>One colour.</summary>
    public static FilePayload Plain(int width, int height, (byte Red, byte Green, byte Blue) colour) => Jpeg("plain.jpg", Paint(width, height, (_, _) => colour));

    /// <summary>Stored 120 x 80 with its left half red; its EXIF mark says that it stands upright, 80 x 120, after a quarter turn clockwise: red on top.</summary>
    public static FilePayload Turned { get; } = Turn();

    public static FilePayload Named(string name, string type, byte[] bytes) => new() { Name = name, MimeType = type, Buffer = bytes };

    static FilePayload Draw()
    {
        var rgb = new byte[Size * Size * 3];
        var label = SyntheticSkin.Conditions13.Conditions.Select(condition => condition.Name).ToList().IndexOf("Melanoma");
        SyntheticSkin.Draw(new() { Size = Size, Recipe = SyntheticSkin.Conditions13 }, label, 3, rgb);
        return Jpeg("drawing.jpg", Paint(Size, Size, (x, y) => (rgb[(y * Size + x) * 3], rgb[(y * Size + x) * 3 + 1], rgb[(y * Size + x) * 3 + 2])));
    }

    static FilePayload Turn()
    {
        var photo = Paint(120, 80, (x, _) => x < 60 ? ((byte)255, (byte)0, (byte)0) : ((byte)0, (byte)0, (byte)255));
        // Behind the start marker: APP1 of 34 bytes, "Exif", little-endian TIFF, one entry: orientation (0x112, short) 6.
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        return Jpeg("turned.jpg", [.. photo[..2], .. exif, .. photo[2..]]);
    }

    static FilePayload Jpeg(string name, byte[] bytes) => Named(name, "image/jpeg", bytes);

    static byte[] Paint(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (int y = 0, at = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++, at += 4)
            {
                (pixels[at], pixels[at + 1], pixels[at + 2]) = colour(x, y);
                pixels[at + 3] = byte.MaxValue;
            }
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 92);
        return jpeg.ToArray();
    }
}
