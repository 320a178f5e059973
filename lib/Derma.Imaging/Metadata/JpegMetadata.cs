using System.Buffers.Binary;
using System.Text;

namespace Derma.Imaging;

/// <summary>Goes from segment to segment of a JPEG (ITU T.81, annex B) up to the first scan; what follows is pixels.</summary>
internal static class JpegMetadata
{
    const byte FirstApplication = 0xE0, LastApplication = 0xEF, Comment = 0xFE, StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>A text that names the segment's user opens it, ended by a zero.</summary>
    static readonly (byte Marker, string Start, MetadataKind Kind)[] Users =
    [
        (0xE1, "Exif\0\0", MetadataKind.Exif),
        (0xE1, "http://ns.adobe.com/xap/1.0/\0", MetadataKind.Xmp),
        (0xE1, "http://ns.adobe.com/xmp/extension/\0", MetadataKind.Xmp),
        (0xE2, "ICC_PROFILE\0", MetadataKind.ColourProfile),
        (0xED, "Photoshop 3.0\0", MetadataKind.Iptc),
    ];

    /// <summary>Reads from behind the start marker.</summary>
    /// <returns>What is wrong with the file, or null.</returns>
    public static string? Read(Stream file, MetadataFinder found)
    {
        var buffer = new byte[ushort.MaxValue];
        while (NextMarker(file) is { } marker)
        {
            if (marker is StartOfScan or EndOfImage) return null;
            if (IsAlone(marker)) continue;
            if (file.ReadAtLeast(buffer.AsSpan(0, 2), 2, throwOnEndOfStream: false) < 2) break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(buffer) - 2;
            if (length < 0) return "has a segment of no length";
            var content = buffer.AsSpan(0, length);
            if (file.ReadAtLeast(content, length, throwOnEndOfStream: false) < length) break;
            Note(marker, content, found);
        }
        return "is cut short";
    }

    static void Note(byte marker, ReadOnlySpan<byte> content, MetadataFinder found)
    {
        if (marker == Comment) found.Add(MetadataKind.Comment, "COM", content.Length);
        if (marker is < FirstApplication or > LastApplication || DescribesPixels(marker, content)) return;
        var (name, kind, offset) = ($"APP{marker - FirstApplication}", MetadataKind.Other, 0);
        foreach (var user in Users)
            if (marker == user.Marker && content.StartsWith(Encoding.ASCII.GetBytes(user.Start))) (kind, offset) = (user.Kind, user.Start.Length);
        if (kind == MetadataKind.Exif) found.AddExif(name, content[offset..]);
        else if (kind == MetadataKind.Xmp) found.AddXmp(name, content[offset..]);
        else found.Add(kind, name, content.Length - offset);
    }

    // JFIF's and Adobe's headers say how to read the colours; JFIF's "JFXX" holds a thumbnail, so it does not belong here.
    static bool DescribesPixels(byte marker, ReadOnlySpan<byte> content) =>
        marker == 0xE0 && content.StartsWith("JFIF\0"u8) || marker == 0xEE && content.StartsWith("Adobe"u8);

    static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    static byte? NextMarker(Stream file)
    {
        // Any number of 0xFF may fill the space before a marker; other bytes there are damage, passed over as decoders do.
        int value;
        while ((value = file.ReadByte()) is not (0xFF or -1)) { }
        while (value == 0xFF) value = file.ReadByte();
        return value < 0 ? null : (byte)value;
    }
}
