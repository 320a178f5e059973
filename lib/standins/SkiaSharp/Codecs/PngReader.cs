namespace SkiaSharp.Codecs;

static unsafe class PngReader
{
    public static SKCodecResult Read(SKData data, ImageHeader header, SKImageInfo info, byte* pixels, int rowBytes)
    {
        if (info.Width != header.Width || info.Height != header.Height) return SKCodecResult.InvalidScale;
        if (!TryDecode(PngHeader.PixelChunksOnly(data.AsSpan()), info.ColorType, pixels, rowBytes))
            return header.Complete ? SKCodecResult.ErrorInInput : SKCodecResult.IncompleteInput;
        if (header.Alpha && info.AlphaType == SKAlphaType.Premul)
            for (var y = 0; y < info.Height; y++)
                Premultiply(new Span<byte>(pixels + (long)y * rowBytes, info.RowBytes));
        return SKCodecResult.Success;
    }

    static bool TryDecode(byte[] png, SKColorType type, byte* pixels, int rowBytes)
    {
        var image = new Png.Image { Version = 1 };
        fixed (byte* memory = png)
        {
            if (Png.BeginRead(&image, memory, (nuint)png.Length) == 0) return false;
            image.Format = type switch { SKColorType.Gray8 => Png.FormatGray, SKColorType.Bgra8888 => Png.FormatBgra, _ => Png.FormatRgba };
            // Else libpng takes 16-bit samples for linear light.
            image.Flags |= Png.Flag16BitsAreSrgb;
            var succeeded = Png.FinishRead(&image, null, pixels, rowBytes, null) != 0;
            Png.Free(&image);
            return succeeded;
        }
    }

    static void Premultiply(Span<byte> row)
    {
        for (var i = 0; i < row.Length; i += 4)
            for (var c = 0; c < 3; c++)
                row[i + c] = (byte)((row[i + c] * row[i + 3] + 127) / 255);
    }
}
