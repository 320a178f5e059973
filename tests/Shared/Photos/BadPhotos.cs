using System.Buffers.Binary;
using SkiaSharp;

namespace Derma.TestSupport;

/// <summary>
/// The catalogue of awkward files. All good ones are 16 x 16, red on the left and blue on the right as stored. The two JPEGs that
/// SkiaSharp cannot write, progressive and CMYK, were written by Pillow 9.4 from the colours given with them.
/// </summary>
static class BadPhotos
{
    const int Side = 16, Red = 0xC83C28, Blue = 0x283CC8, Grey = 0x646464, LightGrey = 0xC8C8C8, RedOnWhite = 0xE49D93;

    const string Progressive =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBD"
        + "AQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wgARCAAQABADAREAAhEBAxEB/8QAFAAB"
        + "AAAAAAAAAAAAAAAAAAAABv/EABUBAQEAAAAAAAAAAAAAAAAAAAgH/9oADAMBAAIQAxAAAAEPO0gDaxFeCldA2sRf/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgB"
        + "AQABBQIf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPwEf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAgEBPwEf/8QAFBABAAAAAAAAAAAAAAAAAAAA"
        + "IP/aAAgBAQAGPwIf/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABPyEf/9oADAMBAAIAAwAAABAAD//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQMBAT8Q"
        + "H//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQIBAT8QH//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEAAT8QH//Z";

    // Inks of 255: left magenta, yellow and 51 of black, which is the light (204, 0, 0); right cyan and 102 of black, (0, 153, 153).
    const string Cmyk =
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgA"
        + "EAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGh"
        + "CCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqy"
        + "s7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD9U6/Kqvyqr7Lr+Vev6qK/qor53r+qiv5V6/lXr6Ir"
        + "+Vev6qK/qor53r//2Q==";

    public static IReadOnlyList<BadPhoto> All { get; } =
    [
        Good("plain.jpg", Jpeg(), Red, Blue, Red),
        Good("progressive.jpg", Convert.FromBase64String(Progressive), Red, Blue, Red),
        Good("cmyk.jpg", Convert.FromBase64String(Cmyk), 0xCC0000, 0x009999, 0xCC0000),
        Good("grey.jpg", GreyJpeg(), Grey, LightGrey, Grey),
        Good("grey.png", PngBytes.Make(Side, Side, 8, PngBytes.Grey, Halves([0x64], [0xC8])), Grey, LightGrey, Grey),
        Good("16-bit.png", PngBytes.Make(Side, Side, 16, PngBytes.Rgb, Halves(Twice(Red), Twice(Blue))), Red, Blue, Red),
        Good("alpha.png", PngBytes.Make(Side, Side, 8, PngBytes.RgbAlpha, Halves([.. Rgb(Red), 128], [.. Rgb(Blue), 0])),
            RedOnWhite, 0xFFFFFF, RedOnWhite),
        Good("png-named.jpg", PngBytes.Make(Side, Side, 8, PngBytes.Rgb, Halves(Rgb(Red), Rgb(Blue))), Red, Blue, Red),
        Good("mirrored-by-exif.jpg", WithOrientation(2), Blue, Red, Blue),
        Good("upside-down-by-exif.jpg", WithOrientation(3), Blue, Red, Blue),
        Good("turned-by-exif.jpg", WithOrientation(6), Red, Red, Blue),
        Good("turned-back-by-exif.jpg", WithOrientation(8), Blue, Blue, Red),
        Good("turned-by-little-endian-exif.jpg", WithExif([.. "II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]), Red, Red, Blue),
        .. Types.Select(type => Good($"turned-by-type-{type}.jpg", WithExif(Tiff(type, bigEndian: true)), Red, Red, Blue)),
        .. Types.Select(type => Good($"turned-by-little-endian-type-{type}.jpg", WithExif(Tiff(type, bigEndian: false)), Red, Red, Blue)),
        Good("turned-by-exif.png", TurnedPng(last: false), Red, Red, Blue),
        Good("turned-by-exif-behind-the-pixels.png", TurnedPng(last: true), Red, Red, Blue),
        Good("broken-exif.jpg", WithExif([.. "MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0]), Red, Blue, Red),
        Bad("truncated.jpg", Jpeg()[..^40], "cut short"),
        Bad("header-only.jpg", Jpeg()[..60], "cut short"),
        Bad("truncated.png", PngBytes.Make(Side, Side, 8, PngBytes.Rgb, Halves(Rgb(Red), Rgb(Blue)))[..60], "cut short"),
        Bad("zero-bytes.jpg", [], "empty"),
        Bad("text.jpg", "<html>404 Not Found</html>"u8.ToArray(), "not a JPEG or PNG"),
        Bad("bomb.png", PngBytes.Make(60_000, 60_000, 8, PngBytes.Rgb, [0]), "60000 x 60000"),
        Bad("bomb.jpg", WithClaimedSize(65_000), "65000 x 65000"),
        .. BadPhotoKinds.All.Select(kind => Bad(kind.Name, kind.Bytes, "not a JPEG or PNG")),
    ];

    // EXIF 2.3, table 3: BYTE, SHORT, LONG, SBYTE, SSHORT, SLONG.
    static byte[] Types => [1, 3, 4, 6, 8, 9];

    static byte[] TurnedPng(bool last) =>
        PngBytes.Make(Side, Side, 8, PngBytes.Rgb, Halves(Rgb(Red), Rgb(Blue)), Tiff(3, bigEndian: true), last);

    // One directory with an orientation of 6, a number of a type; in place, so that a short one lies in the first bytes of four.
    static byte[] Tiff(byte type, bool bigEndian)
    {
        var value = new byte[4];
        if (type is 1 or 6) value[0] = 6;
        else if (type is 3 or 8) value[bigEndian ? 1 : 0] = 6;
        else value[bigEndian ? 3 : 0] = 6;
        return bigEndian ? [.. "MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, type, 0, 0, 0, 1, .. value, 0, 0, 0, 0]
            : [.. "II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, type, 0, 1, 0, 0, 0, .. value, 0, 0, 0, 0];
    }

    static BadPhoto Good(string name, byte[] bytes, params int[] corners) => new(name, bytes, corners, null);

    static BadPhoto Bad(string name, byte[] bytes, string reason) => new(name, bytes, null, reason);

    static byte[] Rgb(int colour) => [(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour];

    // 257 times an 8-bit sample is the same share of 65,535.
    static byte[] Twice(int colour) => [.. Rgb(colour).SelectMany(sample => new[] { sample, sample })];

    static byte[] Halves(byte[] left, byte[] right) =>
        [.. Enumerable.Range(0, Side * Side).SelectMany(i => i % Side < Side / 2 ? left : right)];

    static byte[] Jpeg() => Encode(SKColorType.Rgba8888, Halves([.. Rgb(Red), 255], [.. Rgb(Blue), 255]));

    static byte[] GreyJpeg() => Encode(SKColorType.Gray8, Halves([0x64], [0xC8]));

    static byte[] Encode(SKColorType type, byte[] pixels)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, type, SKAlphaType.Opaque));
        pixels.CopyTo(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return data.ToArray();
    }

    // An EXIF segment right after the start marker: TIFF, one directory of one entry, tag 0x0112 of type SHORT.
    static byte[] WithOrientation(byte orientation) =>
        WithExif([.. "MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

    static byte[] WithExif(byte[] tiff)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        var jpeg = Jpeg();
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    static byte[] WithClaimedSize(ushort side)
    {
        var jpeg = Jpeg();
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), side);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), side);
        return jpeg;
    }
}
