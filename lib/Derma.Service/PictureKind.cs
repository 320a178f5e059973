using System.Buffers.Binary;
using System.Text;

namespace Derma.Service;

/// <summary>
/// What a file is that is neither JPEG nor PNG, by its first bytes: people send what their phone or browser calls a photo, under any name.
/// </summary>
static class PictureKind
{
    const int LooksFar = 1024;

    // The brand of an ISO file (ISO/IEC 14496-12) stands behind the length of its first box.
    static readonly (int At, byte[] Bytes, string Kind)[] Starts =
    [
        (0, [.. "GIF8"u8], "a GIF"), (8, [.. "WEBP"u8], "a WebP"), (0, [.. "BM"u8], "a BMP"),
        (0, [0, 0, 1, 0], "an ICO"), (0, [0, 0, 2, 0], "a CUR"),
        (4, [.. "ftypavi"u8], "an AVIF"), (4, [.. "ftyphe"u8], "a HEIC"),
        (4, [.. "ftypmif1"u8], "a HEIC"), (4, [.. "ftypmsf1"u8], "a HEIC"),
        (0, [.. "II"u8, 42, 0], "a TIFF"), (0, [.. "MM"u8, 0, 42], "a TIFF"), (0, [.. "%PDF"u8], "a PDF"),
    ];

    /// <summary>As "a GIF"; null where it is unknown.</summary>
    public static string? Of(ReadOnlySpan<byte> file)
    {
        foreach (var (at, bytes, kind) in Starts)
            if (file.Length > at && file[at..].StartsWith(bytes)) return IsAvif(file) ? "an AVIF" : kind;
        return IsSvg(file) ? "an SVG" : null;
    }

    // Both kinds may call themselves mif1, and then list what else they are.
    static bool IsAvif(ReadOnlySpan<byte> file) => file.Length >= 16 && file[4..].StartsWith("ftyp"u8)
        && file[8..(int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(file), 8, file.Length)].IndexOf("avif"u8) >= 0;

    static bool IsSvg(ReadOnlySpan<byte> file)
    {
        var text = Encoding.UTF8.GetString(file[..Math.Min(file.Length, LooksFar)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
