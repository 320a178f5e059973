using System.Text;
using SkiaSharp;

namespace Derma.Service.Tests;

/// <summary>Small pictures of the kinds that are no photo to the service.</summary>
static class Pictures
{
    /// <summary>One transparent pixel.</summary>
    public static byte[] Gif => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static byte[] WebP => Encoded(SKEncodedImageFormat.Webp);

    /// <summary>An icon with a PNG inside, as browsers' favicons are.</summary>
    public static byte[] Ico
    {
        get
        {
            var png = Encoded(SKEncodedImageFormat.Png);
            return [0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), .. BitConverter.GetBytes(22), .. png];
        }
    }

    /// <summary>32 x 32 white pixels of 24 bits.</summary>
    public static byte[] Bmp
    {
        get
        {
            var pixels = Enumerable.Repeat((byte)255, 32 * 32 * 3).ToArray();
            return
            [
                .. "BM"u8, .. BitConverter.GetBytes(54 + pixels.Length), 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 32, 0, 0, 0, 32, 0, 0, 0, 1, 0, 24, 0,
                .. new byte[24], .. pixels,
            ];
        }
    }

    /// <summary>A header and a directory of no entries.</summary>
    public static byte[] Tiff => [.. "II"u8, 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Svg => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"32\"><rect width=\"32\" height=\"32\"/></svg>");

    /// <summary>The first box of an ISO file (ISO/IEC 14496-12) with its brands, as HEIC and AVIF files begin.</summary>
    public static byte[] Iso(string brand, params string[] compatible) =>
        [0, 0, 0, (byte)(16 + 4 * compatible.Length), .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(string.Concat(compatible)), .. new byte[64]];

    static byte[] Encoded(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(32, 32);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
