using SkiaSharp;

namespace Derma.Imaging;

/// <summary>A painter with the buffers to write JPEG files; one per thread.</summary>
internal sealed class JpegPainter(SyntheticOptions options) : IDisposable
{
    readonly Painter painter = new(options);
    readonly byte[] rgb = new byte[options.Size * options.Size * 3];
    readonly SKBitmap bitmap = new(options.Size, options.Size, SKColorType.Rgba8888, SKAlphaType.Opaque);

    public void Save(Drawing drawing)
    {
        painter.Draw(drawing.Label, drawing.Number, rgb);
        Widen(rgb, bitmap.GetPixelSpan());
        var quality = Dice.Of(options.Seed, drawing.Label, drawing.Number, 1).Whole((80, 95));
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        Write(drawing.Path, jpeg);
    }

    public void Dispose() => bitmap.Dispose();

    static void Widen(ReadOnlySpan<byte> rgb, Span<byte> rgba)
    {
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4)
            (rgba[to], rgba[to + 1], rgba[to + 2], rgba[to + 3]) = (rgb[from], rgb[from + 1], rgb[from + 2], byte.MaxValue);
    }

    static void Write(string path, SKData jpeg)
    {
        // No flush to the disk: after a power cut the marker is missing too, and everything is drawn again.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var file = File.Create(temporary)) jpeg.SaveTo(file);
        File.Move(temporary, path, overwrite: true);
    }
}
