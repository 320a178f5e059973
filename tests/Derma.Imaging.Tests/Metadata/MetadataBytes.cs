using System.Buffers.Binary;

namespace Derma.Imaging.Tests;

/// <summary>Photos with metadata, put together byte by byte.</summary>
static class MetadataBytes
{
    /// <summary>A JPEG of segments only: start, JFIF header, those given, start of scan, some pixels, end.</summary>
    public static byte[] Jpeg(params byte[][] segments) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. segments.SelectMany(segment => segment),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>A PNG of chunks between the signature and IEND.</summary>
    public static byte[] Png(params (string Type, byte[] Content)[] chunks) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
        .. chunks.Append(("IEND", [])).SelectMany(chunk => Chunk(chunk.Item1, chunk.Item2)),
    ];

    static byte[] Chunk(string type, byte[] content) =>
        [.. Number(content.Length, bigEndian: true), .. type.Select(letter => (byte)letter), .. content, 0, 0, 0, 0];

    /// <summary>A TIFF block: the main directory at 8, then the given ones, to which pointers lead; every value is 7.</summary>
    public static byte[] Exif(bool bigEndian, ushort[] main, ushort[]? camera = null, ushort[]? gps = null, ushort[]? thumbnail = null)
    {
        int Bytes(int entries) => 2 + 12 * entries + 4;
        var entries = main.Length + (camera is null ? 0 : 1) + (gps is null ? 0 : 1);
        var cameraAt = 8 + Bytes(entries);
        var gpsAt = cameraAt + (camera is null ? 0 : Bytes(camera.Length));
        var thumbnailAt = gpsAt + (gps is null ? 0 : Bytes(gps.Length));
        List<(ushort Tag, int Value)> first = [.. main.Select(tag => (tag, 7))];
        if (camera is not null) first.Add((0x8769, cameraAt));
        if (gps is not null) first.Add((0x8825, gpsAt));
        return
        [
            .. bigEndian ? "MM\0*"u8 : "II*\0"u8, .. Number(8, bigEndian),
            .. TagDirectory(bigEndian, first, thumbnail is null ? 0 : thumbnailAt),
            .. new[] { camera, gps, thumbnail }.OfType<ushort[]>().SelectMany(tags => TagDirectory(bigEndian, [.. tags.Select(tag => (tag, 7))], 0)),
        ];
    }

    public static byte[] TagDirectory(bool bigEndian, List<(ushort Tag, int Value)> entries, int next) =>
    [
        .. Half(entries.Count, bigEndian),
        .. entries.SelectMany(entry => (byte[])[.. Half(entry.Tag, bigEndian), .. Half(4, bigEndian), .. Number(1, bigEndian), .. Number(entry.Value, bigEndian)]),
        .. Number(next, bigEndian),
    ];

    public static byte[] ExifSegment(byte[] tiff) => Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);

    static byte[] Half(int value, bool bigEndian) => bigEndian ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)];

    static byte[] Number(int value, bool bigEndian)
    {
        var bytes = new byte[4];
        if (bigEndian) BinaryPrimitives.WriteInt32BigEndian(bytes, value); else BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
