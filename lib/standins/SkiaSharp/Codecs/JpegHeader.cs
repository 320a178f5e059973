using System.Buffers.Binary;

namespace SkiaSharp.Codecs;

/// <summary>Walks the markers of a JPEG (ITU-T T.81, annex B) up to the first scan.</summary>
static class JpegHeader
{
    const byte App1 = 0xE1, EndOfImage = 0xD9, StartOfScan = 0xDA;

    public static ReadOnlySpan<byte> StartOfImage => [0xFF, 0xD8, 0xFF];

    public static SKCodecResult Read(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        header = new ImageHeader { Format = SKEncodedImageFormat.Jpeg, Origin = SKEncodedOrigin.TopLeft };
        var at = 2;
        while (TryNextSegment(data, ref at, out var marker, out var body))
        {
            if (marker == EndOfImage) return SKCodecResult.InvalidInput;
            if (marker == App1) header = header with { Origin = ExifOrientation.Read(body, header.Origin) };
            if (IsFrame(marker) && !TryReadFrame(body, ref header)) return SKCodecResult.InvalidInput;
            if (marker == StartOfScan) return Finish(data[at..], ref header);
        }
        return SKCodecResult.IncompleteInput;
    }

    static SKCodecResult Finish(ReadOnlySpan<byte> scans, ref ImageHeader header)
    {
        header = header with { Complete = scans.LastIndexOf([(byte)0xFF, EndOfImage]) >= 0 };
        return header.Width > 0 ? SKCodecResult.Success : SKCodecResult.InvalidInput;
    }

    static bool TryNextSegment(ReadOnlySpan<byte> data, ref int at, out byte marker, out ReadOnlySpan<byte> body)
    {
        marker = 0;
        body = default;
        while (at + 1 < data.Length && !(data[at] == 0xFF && data[at + 1] is not (0 or 0xFF or 0x01 or >= 0xD0 and <= 0xD8))) at++;
        if (at + 1 >= data.Length) return false;
        marker = data[at + 1];
        if (marker == EndOfImage) return true;
        if (at + 4 > data.Length) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
        if (length < 2 || at + 2 + length > data.Length) return false;
        body = data.Slice(at + 4, length - 2);
        at += 2 + length;
        return true;
    }

    // SOF0 to SOF15; C4, C8 and CC are tables and a reserved marker.
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static bool TryReadFrame(ReadOnlySpan<byte> body, ref ImageHeader header)
    {
        if (body.Length < 6 || body[0] != 8) return false;
        var components = body[5];
        header = header with
        {
            Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]),
            Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]),
            Gray = components == 1,
            Cmyk = components == 4,
        };
        return header is { Width: > 0, Height: > 0 } && components is 1 or 3 or 4;
    }
}
