using SkiaSharp;

namespace Derma.TestSupport;

/// <summary>Pictures made for a test.</summary>
static class Drawings
{
    /// <summary>A file of random pixels.</summary>
    public static byte[] Noise(int width, int height, SKEncodedImageFormat format)
    {
        var random = new Random(width + height);
        return Encode(width, height, format, (_, _) => (random.Next(256), random.Next(256), random.Next(256)));
    }

    /// <summary>A file of given pixels.</summary>
    public static byte[] Encode(int width, int height, SKEncodedImageFormat format, Func<int, int, (double R, double G, double B)> pixel)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var target = bitmap.GetPixelSpan();
        for (var i = 0; i < width * height; i++)
        {
            var (red, green, blue) = pixel(i % width, i / width);
            (target[4 * i], target[4 * i + 1], target[4 * i + 2], target[4 * i + 3]) = (Byte(red), Byte(green), Byte(blue), 255);
        }
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
