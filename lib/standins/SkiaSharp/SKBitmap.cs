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
    public SKAlphaType AlphaType => Info.AlphaType;
    public int RowBytes => Info.RowBytes;
    public int ByteCount => Info.BytesSize;

    public static SKBitmap Decode(string filename)
    {
        using var codec = SKCodec.Create(filename);
        return codec is null ? null : Decode(codec);
    }

    public static SKBitmap Decode(byte[] buffer)
    {
        using var data = SKData.CreateCopy(buffer);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : Decode(codec);
    }

    public static SKBitmap Decode(SKCodec codec)
    {
        var info = codec.Info;
        if (info.AlphaType == SKAlphaType.Unpremul) info.AlphaType = SKAlphaType.Premul;
        return Decode(codec, info);
    }

    public static SKBitmap Decode(SKCodec codec, SKImageInfo bitmapInfo)
    {
        var bitmap = new SKBitmap(bitmapInfo);
        if (codec.GetPixels(bitmapInfo, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return bitmap;
        bitmap.Dispose();
        return null;
    }

    public IntPtr GetPixels() => (IntPtr)pixels;

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

    protected override void DisposeNative()
    {
        NativeMemory.Free(pixels);
        if (Info.BytesSize64 > 0) GC.RemoveMemoryPressure(Info.BytesSize64);
    }
}
