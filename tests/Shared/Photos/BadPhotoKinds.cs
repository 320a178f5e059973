using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Derma.TestSupport;

/// <summary>Pictures of every other kind that people have, each named .jpg: the first four the decoder could read, and must not.</summary>
static class BadPhotoKinds
{
    const int Side = 16;

    /// <summary>Files and the kind that SkiaSharp sees in them; null where it sees none.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes, SKEncodedImageFormat? Seen)> All { get; } =
    [
        ("gif.jpg", Gif(), SKEncodedImageFormat.Gif),
        ("webp.jpg", WebP(), SKEncodedImageFormat.Webp),
        ("bmp.jpg", Bmp(), SKEncodedImageFormat.Bmp),
        ("ico.jpg", Ico(), SKEncodedImageFormat.Ico),
        ("heic.jpg", Container("heic", "mif1heic"), null),
        ("avif.jpg", Container("avif", "avifmif1miaf"), null),
        ("tiff.jpg", Tiff(), null),
        ("svg.jpg", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Side}\" height=\"{Side}\"/>"), null),
    ];

    // GIF 89a: a screen of two colours and one image of 16 x 16, whose compressed part is one clear code and one end code.
    static byte[] Gif() =>
    [
        .. "GIF89a"u8, Side, 0, Side, 0, 0x80, 0, 0, 200, 60, 40, 40, 60, 200,
        0x2C, 0, 0, 0, 0, Side, 0, Side, 0, 0, 2, 1, 0x2C, 0, 0x3B,
    ];

    static byte[] WebP()
    {
        using var bitmap = new SKBitmap(Side, Side);
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, 90);
        return data.ToArray();
    }

    // A file header of 14 bytes, an info header of 40, then rows of three bytes a pixel from the bottom up.
    static byte[] Bmp()
    {
        var bmp = new byte[14 + 40 + Side * Side * 3];
        "BM"u8.CopyTo(bmp);
        foreach (var (at, value) in new[] { (2, bmp.Length), (10, 54), (14, 40), (18, Side), (22, Side), (26, 1 | 24 << 16) })
            BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(at), value);
        return bmp;
    }

    // One entry that leads to a PNG.
    static byte[] Ico()
    {
        var png = PngBytes.Make(Side, Side, 8, PngBytes.Rgb, new byte[Side * Side * 3]);
        var entry = new byte[22];
        (entry[2], entry[4], entry[6], entry[7], entry[10], entry[12], entry[18]) = (1, 1, Side, Side, 1, 24, 22);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(14), png.Length);
        return [.. entry, .. png];
    }

    // ISO base media (ISO/IEC 14496-12): a file type box, and a metadata box with nothing in it.
    static byte[] Container(string brand, string compatible)
    {
        byte[] type = [.. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(compatible)];
        return [0, 0, 0, (byte)(type.Length + 4), .. type, 0, 0, 0, 12, .. "meta"u8, 0, 0, 0, 0];
    }

    // One directory of two entries, width and height, and no strip.
    static byte[] Tiff() =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x00, 0x01, 3, 0, 1, 0, 0, 0, Side, 0, 0, 0,
        0x01, 0x01, 3, 0, 1, 0, 0, 0, Side, 0, 0, 0,
        0, 0, 0, 0,
    ];
}
