using SkiaSharp;

namespace Derma.Training;

/// <summary>A confusion matrix as a picture without text: rows are the truth, from the top, columns what was predicted.</summary>
public static class ConfusionImage
{
    const int Cell = 16;

    static readonly (byte R, byte G, byte B) Right = (0x44, 0x77, 0xaa);
    static readonly (byte R, byte G, byte B) Wrong = (0xcc, 0x33, 0x11);
    static readonly (byte R, byte G, byte B) Line = (0xdd, 0xdd, 0xdd);

    /// <summary>
    /// Draws cells of 16 pixels, one of them a grey line: white for none of the row, blue for all of it right, red for all of it wrong.
    /// </summary>
    /// <param name="counts">Photos by true class, then by predicted class.</param>
    /// <param name="side">Width and height in pixels.</param>
    /// <returns>An encoded PNG.</returns>
    public static byte[] Png(IReadOnlyList<IReadOnlyList<int>> counts, out int side)
    {
        side = counts.Count * Cell + 1;
        using var bitmap = new SKBitmap(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var (r, g, b) = x % Cell == 0 || y % Cell == 0 ? Line : Colour(counts, y / Cell, x / Cell);
                ReadOnlySpan<byte> pixel = [r, g, b, byte.MaxValue];
                pixel.CopyTo(pixels[(y * bitmap.RowBytes + x * 4)..]);
            }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.AsSpan().ToArray();
    }

    static (byte R, byte G, byte B) Colour(IReadOnlyList<IReadOnlyList<int>> counts, int truth, int predicted)
    {
        var share = (double)counts[truth][predicted] / Math.Max(1, counts[truth].Sum());
        var full = truth == predicted ? Right : Wrong;
        byte Mixed(byte channel) => (byte)Math.Round(byte.MaxValue + (channel - byte.MaxValue) * share);
        return (Mixed(full.R), Mixed(full.G), Mixed(full.B));
    }
}
