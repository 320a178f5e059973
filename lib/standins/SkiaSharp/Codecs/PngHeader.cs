using System.Buffers.Binary;

namespace SkiaSharp.Codecs;

/// <summary>Walks the chunks of a PNG (ISO/IEC 15948, 5 and 11).</summary>
static class PngHeader
{
    const int ChunkOverhead = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static SKCodecResult Read(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        header = new ImageHeader { Format = SKEncodedImageFormat.Png, Origin = SKEncodedOrigin.TopLeft };
        var at = Signature.Length;
        var first = true;
        while (TryNextChunk(data, ref at, out var chunk))
        {
            var type = Type(chunk);
            if (first != type.SequenceEqual("IHDR"u8)) return SKCodecResult.InvalidInput;
            if (first && !TryReadHeader(chunk[8..], ref header)) return SKCodecResult.InvalidInput;
            first = false;
            if (type.SequenceEqual("tRNS"u8)) header = header with { Alpha = true, Gray = false };
            if (type.SequenceEqual("IEND"u8)) header = header with { Complete = true };
        }
        return first ? SKCodecResult.IncompleteInput : SKCodecResult.Success;
    }

    /// <summary>The picture without gamma, profiles and text: Skia does not manage colour unless a target colour space is given.</summary>
    public static byte[] PixelChunksOnly(ReadOnlySpan<byte> data)
    {
        var kept = new MemoryStream(data.Length);
        kept.Write(Signature);
        var at = Signature.Length;
        while (TryNextChunk(data, ref at, out var chunk))
            if (char.IsAsciiLetterUpper((char)chunk[4]) || Type(chunk).SequenceEqual("tRNS"u8))
                kept.Write(chunk);
        kept.Write(data[at..]);
        return kept.ToArray();
    }

    static ReadOnlySpan<byte> Type(ReadOnlySpan<byte> chunk) => chunk.Slice(4, 4);

    static bool TryNextChunk(ReadOnlySpan<byte> data, ref int at, out ReadOnlySpan<byte> chunk)
    {
        chunk = default;
        if (data.Length - at < ChunkOverhead) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
        if (length > data.Length - at - ChunkOverhead) return false;
        chunk = data.Slice(at, (int)length + ChunkOverhead);
        at += chunk.Length;
        return true;
    }

    static bool TryReadHeader(ReadOnlySpan<byte> body, ref ImageHeader header)
    {
        const int grayscale = 0, grayscaleWithAlpha = 4, truecolourWithAlpha = 6;
        if (body.Length < 13) return false;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) return false;
        var colour = body[9];
        header = header with
        {
            Width = (int)width, Height = (int)height, Gray = colour == grayscale,
            Alpha = colour is grayscaleWithAlpha or truecolourWithAlpha,
        };
        return true;
    }
}
