using System.Runtime.InteropServices;

namespace SkiaSharp.Codecs;

static unsafe class JpegReader
{
    const int LimitScans = 32768, Warning = 0;

    /// <summary>libjpeg scales by eighths while it decodes; Skia rounds a wish to the nearest of them.</summary>
    public static SKSizeI Scaled(ImageHeader header, float desiredScale) =>
        Eighths(header, Math.Clamp((int)MathF.Ceiling(desiredScale * 8 - 0.5f), 1, 8));

    public static SKCodecResult Read(SKData data, ImageHeader header, SKImageInfo info, byte* pixels, int rowBytes)
    {
        if (!Enumerable.Range(1, 8).Any(eighths => Eighths(header, eighths).Equals(info.Size))) return SKCodecResult.InvalidScale;
        if (!header.Cmyk) return Decode(data, header, info, pixels, rowBytes, PixelFormat(info.ColorType));
        var inks = new byte[info.Width * info.Height * 4];
        fixed (byte* buffer = inks)
        {
            var result = Decode(data, header, info, buffer, info.Width * 4, TurboJpeg.Cmyk);
            for (var y = 0; y < info.Height; y++)
                FromInks(inks.AsSpan(y * info.RowBytes, info.RowBytes), new Span<byte>(pixels + (long)y * rowBytes, info.RowBytes), info.ColorType);
            return result;
        }
    }

    static SKSizeI Eighths(ImageHeader header, int eighths) =>
        new((int)(((long)header.Width * eighths + 7) / 8), (int)(((long)header.Height * eighths + 7) / 8));

    static int PixelFormat(SKColorType type) => type switch
    {
        SKColorType.Gray8 => TurboJpeg.Gray,
        SKColorType.Bgra8888 => TurboJpeg.Bgra,
        _ => TurboJpeg.Rgba,
    };

    static SKCodecResult Decode(SKData data, ImageHeader header, SKImageInfo info, byte* pixels, int rowBytes, int format)
    {
        var handle = TurboJpeg.InitDecompress();
        try
        {
            var jpeg = (byte*)data.Data;
            var failed = TurboJpeg.Decompress(handle, jpeg, new CULong((nuint)data.Size), pixels, info.Width, rowBytes, info.Height, format,
                LimitScans) != 0;
            if (failed && TurboJpeg.ErrorCode(handle) != Warning) return SKCodecResult.ErrorInInput;
            return header.Complete ? SKCodecResult.Success : SKCodecResult.IncompleteInput;
        }
        finally
        {
            TurboJpeg.Destroy(handle);
        }
    }

    // Adobe stores 255 minus the ink, so that a channel is the light it lets through.
    static void FromInks(ReadOnlySpan<byte> inks, Span<byte> target, SKColorType type)
    {
        var (red, blue) = type == SKColorType.Bgra8888 ? (2, 0) : (0, 2);
        for (var i = 0; i < inks.Length; i += 4)
        {
            var black = inks[i + 3];
            target[i + red] = Multiply(inks[i], black);
            target[i + 1] = Multiply(inks[i + 1], black);
            target[i + blue] = Multiply(inks[i + 2], black);
            target[i + 3] = 255;
        }
    }

    static byte Multiply(int a, int b) => (byte)((a * b + 127) / 255);
}
