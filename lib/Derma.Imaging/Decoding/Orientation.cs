using SkiaSharp;

namespace Derma.Imaging;

/// <summary>Puts a picture upright. Shrinking commutes with turning, so this works on the small picture.</summary>
internal static class Orientation
{
    /// <summary>Turns a square <paramref name="rgb"/> (size x size x 3) in place by the orientation that its file states (EXIF 2.3, tag 0x0112).</summary>
    public static void Apply(SKEncodedOrigin origin, Span<byte> rgb, int size)
    {
        if (origin != SKEncodedOrigin.TopLeft) Upright(origin, rgb.ToArray(), size, size).CopyTo(rgb);
    }

    /// <summary>Whether upright and stored picture lie on different sides: width and height change places.</summary>
    public static bool Swaps(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>The upright picture of a stored one (width x height x 3).</summary>
    public static byte[] Upright(SKEncodedOrigin origin, byte[] stored, int width, int height)
    {
        if (origin == SKEncodedOrigin.TopLeft) return stored;
        var upright = new byte[stored.Length];
        var (columns, rows) = Swaps(origin) ? (height, width) : (width, height);
        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++)
            {
                var (column, row) = Source(origin, x, y, width - 1, height - 1);
                stored.AsSpan((row * width + column) * 3, 3).CopyTo(upright.AsSpan((y * columns + x) * 3));
            }
        return upright;
    }

    // Named by where the stored first row and first column belong: RightTop means that row 0 is the right-hand side.
    static (int Column, int Row) Source(SKEncodedOrigin origin, int x, int y, int right, int bottom) => origin switch
    {
        SKEncodedOrigin.TopRight => (right - x, y),
        SKEncodedOrigin.BottomRight => (right - x, bottom - y),
        SKEncodedOrigin.BottomLeft => (x, bottom - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (y, bottom - x),
        SKEncodedOrigin.RightBottom => (right - y, bottom - x),
        SKEncodedOrigin.LeftBottom => (right - y, x),
        _ => (x, y),
    };
}
