using SkiaSharp.Codecs;

namespace SkiaSharp;

public unsafe class SKCodec : SKObject
{
    readonly SKData data;
    readonly bool ownsData;
    readonly ImageHeader header;

    SKCodec(SKData data, bool ownsData, ImageHeader header) => (this.data, this.ownsData, this.header) = (data, ownsData, header);

    public SKImageInfo Info => header.Info;
    public SKEncodedOrigin EncodedOrigin => header.Origin;

    public static SKCodec Create(string filename, out SKCodecResult result)
    {
        result = SKCodecResult.InternalError;
        if (SKData.Create(filename) is not { } data) return null;
        var codec = Create(data, ownsData: true, out result);
        if (codec is null) data.Dispose();
        return codec;
    }

    public static SKCodec Create(Stream stream, out SKCodecResult result)
    {
        var data = SKData.Allocate(checked((int)(stream.Length - stream.Position)));
        stream.ReadExactly(data.Span);
        var codec = Create(data, ownsData: true, out result);
        if (codec is null) data.Dispose();
        return codec;
    }

    public static SKCodec Create(SKData data) => Create(data, ownsData: false, out _);

    public SKSizeI GetScaledDimensions(float desiredScale) =>
        header.Format == SKEncodedImageFormat.Jpeg ? JpegReader.Scaled(header, desiredScale) : Info.Size;

    public SKCodecResult GetPixels(SKImageInfo info, IntPtr pixels)
    {
        if (pixels == IntPtr.Zero) return SKCodecResult.InvalidParameters;
        if (!CanConvert(info)) return SKCodecResult.InvalidConversion;
        var result = header.Format == SKEncodedImageFormat.Jpeg
            ? JpegReader.Read(data, header, info, (byte*)pixels, info.RowBytes)
            : PngReader.Read(data, header, info, (byte*)pixels, info.RowBytes);
        GC.KeepAlive(this);
        return result;
    }

    static SKCodec Create(SKData data, bool ownsData, out SKCodecResult result)
    {
        result = ImageHeader.Read(data.AsSpan(), out var header);
        return result == SKCodecResult.Success ? new SKCodec(data, ownsData, header) : null;
    }

    bool CanConvert(SKImageInfo info) => info.ColorType switch
    {
        SKColorType.Unknown => false,
        SKColorType.Gray8 => header.Gray,
        _ => !header.Alpha || info.AlphaType != SKAlphaType.Opaque,
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsData) data.Dispose();
        base.Dispose(disposing);
    }
}
