using System.Runtime.InteropServices;

namespace SkiaSharp.Codecs;

static unsafe class PngWriter
{
    public static SKData Write(SKImageInfo info, byte* pixels, int rowBytes)
    {
        var (format, channels) = Layout(info);
        var packed = Pack(info, pixels, rowBytes, channels);
        var image = new Png.Image { Version = 1, Width = (uint)info.Width, Height = (uint)info.Height, Format = format };
        // Deflate and the chunk headers never add this much, so that one pass is enough.
        var size = (nuint)(packed.Length + packed.Length / 4 + 4096);
        var memory = (byte*)NativeMemory.Alloc(size);
        fixed (byte* source = packed)
        {
            if (Png.Write(&image, memory, &size, to8Bit: 0, source, info.Width * channels, null) != 0)
                return new SKData(memory, (long)size, static p => NativeMemory.Free((void*)p));
        }
        NativeMemory.Free(memory);
        return null;
    }

    static (uint Format, int Channels) Layout(SKImageInfo info)
    {
        if (info.ColorType == SKColorType.Gray8) return (Png.FormatGray, 1);
        return info.AlphaType == SKAlphaType.Opaque || info.ColorType == SKColorType.Rgb888x ? (Png.FormatRgb, 3) : (Png.FormatRgba, 4);
    }

    static byte[] Pack(SKImageInfo info, byte* pixels, int rowBytes, int channels)
    {
        var packed = new byte[info.Width * info.Height * channels];
        var target = packed.AsSpan();
        for (var y = 0; y < info.Height; y++)
        {
            var row = new ReadOnlySpan<byte>(pixels + (long)y * rowBytes, info.RowBytes);
            PackRow(row, info, target.Slice(y * info.Width * channels, info.Width * channels), channels);
        }
        return packed;
    }

    static void PackRow(ReadOnlySpan<byte> row, SKImageInfo info, Span<byte> target, int channels)
    {
        if (channels == 1)
        {
            row.CopyTo(target);
            return;
        }
        var (red, blue) = info.ColorType == SKColorType.Bgra8888 ? (2, 0) : (0, 2);
        for (var x = 0; x < info.Width; x++)
        {
            var source = row.Slice(x * 4, 4);
            var pixel = target.Slice(x * channels, channels);
            (pixel[0], pixel[1], pixel[2]) = (source[red], source[1], source[blue]);
            if (channels == 4) SetAlpha(pixel, source[3], info.AlphaType);
        }
    }

    static void SetAlpha(Span<byte> pixel, byte alpha, SKAlphaType type)
    {
        pixel[3] = alpha;
        if (type != SKAlphaType.Premul || alpha is 0 or 255) return;
        for (var c = 0; c < 3; c++) pixel[c] = (byte)Math.Min(255, (pixel[c] * 255 + alpha / 2) / alpha);
    }
}
