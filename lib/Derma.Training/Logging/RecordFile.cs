using System.Buffers.Binary;

namespace Derma.Training;

/// <summary>Length, masked checksum of the length, data, masked checksum of the data.</summary>
static class RecordFile
{
    const int HeaderLength = 12;

    public static void Append(Stream stream, ReadOnlySpan<byte> data)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], MaskedCrc.Of(header[..8]));
        Span<byte> footer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, MaskedCrc.Of(data));
        stream.Write(header);
        stream.Write(data);
        stream.Write(footer);
    }

    /// <summary>Every record up to the end; a last record that was cut off, as by a killed process, ends the sequence.</summary>
    public static IEnumerable<byte[]> Read(string path)
    {
        using var stream = File.OpenRead(path);
        var header = new byte[HeaderLength];
        while (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
        {
            Check(path, header.AsSpan(0, 8), header.AsSpan(8), stream.Position);
            var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
            if (length + 4 > (ulong)(stream.Length - stream.Position)) yield break;
            var data = new byte[length];
            stream.ReadExactly(data);
            stream.ReadExactly(header, 0, 4);
            Check(path, data, header.AsSpan(0, 4), stream.Position);
            yield return data;
        }
    }

    static void Check(string path, ReadOnlySpan<byte> data, ReadOnlySpan<byte> checksum, long position)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(checksum) != MaskedCrc.Of(data))
            throw new UserError($"{path} is not an event file or is damaged: the checksum before byte {position} is wrong.");
    }
}
