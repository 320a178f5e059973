using System.Buffers.Binary;
using System.IO.Compression;

namespace Derma.TestSupport;

/// <summary>Writes PNG files of any kind, byte by byte (ISO/IEC 15948), since encoders offer only the usual ones.</summary>
static class PngBytes
{
    public const byte Grey = 0, Rgb = 2, RgbAlpha = 6;

    /// <param name="samples">Big-endian samples of all rows, without filter bytes.</param>
    /// <param name="exif">A TIFF block for a chunk eXIf, or null for none.</param>
    /// <param name="exifLast">Whether the chunk follows the pixels.</param>
    public static byte[] Make(int width, int height, byte bitDepth, byte colourType, byte[] samples, byte[]? exif = null, bool exifLast = false)
    {
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bitDepth, colourType);
        WriteChunk(png, "IHDR"u8, header);
        if (exif is not null && !exifLast) WriteChunk(png, "eXIf"u8, exif);
        WriteChunk(png, "IDAT"u8, Deflate(samples, height));
        if (exif is not null && exifLast) WriteChunk(png, "eXIf"u8, exif);
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    static byte[] Deflate(byte[] samples, int height)
    {
        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest))
            foreach (var row in samples.Chunk(Math.Max(1, samples.Length / height)))
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        return data.ToArray();
    }

    static void WriteChunk(Stream png, ReadOnlySpan<byte> type, byte[] body)
    {
        byte[] checkedBytes = [.. type, .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(checkedBytes));
        png.Write(number);
    }

    static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
        }
        return ~crc;
    }
}
