using System.Buffers.Binary;

namespace SkiaSharp.Codecs;

/// <summary>Tag 0x0112 of the first directory of an EXIF segment (CIPA DC-008, 4.6.4).</summary>
static class ExifOrientation
{
    const ushort Tag = 0x0112, TypeShort = 3;
    const int EntrySize = 12;

    public static SKEncodedOrigin Read(ReadOnlySpan<byte> segment, SKEncodedOrigin otherwise)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14) return otherwise;
        var tiff = segment[6..];
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8)) return otherwise;
        var directory = UInt32(tiff, 4, little);
        if (directory > tiff.Length - 2) return otherwise;
        var entries = tiff[((int)directory + 2)..];
        return Find(entries, UInt16(tiff, (int)directory, little), little) ?? otherwise;
    }

    static SKEncodedOrigin? Find(ReadOnlySpan<byte> entries, int count, bool little)
    {
        for (; count > 0 && entries.Length >= EntrySize; count--, entries = entries[EntrySize..])
        {
            if (UInt16(entries, 0, little) != Tag || UInt16(entries, 2, little) != TypeShort) continue;
            var value = UInt16(entries, 8, little);
            return value is >= 1 and <= 8 ? (SKEncodedOrigin)value : null;
        }
        return null;
    }

    static ushort UInt16(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    static uint UInt32(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
