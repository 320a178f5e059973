using SkiaSharp;

namespace Derma.Data;

/// <summary>Puts a square picture upright. Stretching to a square commutes with turning, so this works on the small picture.</summary>
internal static class Orientation
{
    /// <summary>Turns <paramref name="rgb"/> (size x size x 3) in place by the orientation that its file states (EXIF 2.3, tag 0x0112).</summary>
    public static void Apply(SKEncodedOrigin origin, Span<byte> rgb, int size)
    {
        if (origin == SKEncodedOrigin.TopLeft) return;
        var stored = rgb.ToArray();
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var (column, row) = Source(origin, x, y, size - 1);
                stored.AsSpan((row * size + column) * 3, 3).CopyTo(rgb[((y * size + x) * 3)..]);
            }
    }

    // Named by where the stored first row and first column belong: RightTop means that row 0 is the right-hand side.
    static (int Column, int Row) Source(SKEncodedOrigin origin, int x, int y, int last) => origin switch
    {
        SKEncodedOrigin.TopRight => (last - x, y),
        SKEncodedOrigin.BottomRight => (last - x, last - y),
        SKEncodedOrigin.BottomLeft => (x, last - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (y, last - x),
        SKEncodedOrigin.RightBottom => (last - y, last - x),
        SKEncodedOrigin.LeftBottom => (last - y, x),
        _ => (x, y),
    };
}
