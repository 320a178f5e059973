using System.Runtime.InteropServices;
using SkiaSharp.Codecs;

namespace SkiaSharp;

public unsafe class SKBitmap : SKObject
{
    readonly byte* pixels;

    public SKBitmap(SKImageInfo info)
    {
        Info = info;
        pixels = (byte*)NativeMemory.AllocZeroed((nuint)info.BytesSize64);
        if (info.BytesSize64 > 0) GC.AddMemoryPressure(info.BytesSize64);
    }

    public SKBitmap(int width, int height, SKColorType colorType, SKAlphaType alphaType)
        : this(new SKImageInfo(width, height, colorType, alphaType)) { }

    public SKImageInfo Info { get; }
    public int Width => Info.Width;
    public int Height => Info.Height;
    public SKColorType ColorType => Info.ColorType;
    public int RowBytes => Info.RowBytes;
    public int ByteCount => Info.BytesSize;

    public static SKBitmap Decode(byte[] buffer)
    {
        using var data = SKData.CreateCopy(buffer);
        using var codec = SKCodec.Create(data);
        ArgumentNullException.ThrowIfNull(codec);
        return Decode(codec);
    }

    public Span<byte> GetPixelSpan() => new(pixels, ByteCount);

    public SKData Encode(SKEncodedImageFormat format, int quality)
    {
        var data = format switch
        {
            SKEncodedImageFormat.Jpeg => JpegWriter.Write(Info, pixels, RowBytes, quality),
            SKEncodedImageFormat.Png => PngWriter.Write(Info, pixels, RowBytes),
            _ => null,
        };
        GC.KeepAlive(this);
        return data;
    }

    static SKBitmap Decode(SKCodec codec)
    {
        var info = codec.Info;
        if (info.AlphaType == SKAlphaType.Unpremul) info.AlphaType = SKAlphaType.Premul;
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, (IntPtr)bitmap.pixels) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return bitmap;
        bitmap.Dispose();
        return null;
    }

    protected override void DisposeNative()
    {
        NativeMemory.Free(pixels);
        if (Info.BytesSize64 > 0) GC.RemoveMemoryPressure(Info.BytesSize64);
    }
}
