using System.Numerics;

namespace Derma.Imaging;

/// <summary>What a brush does to one pixel.</summary>
/// <param name="at">The pixel's place; the picture spans [-1, 1] both ways.</param>
/// <param name="pixel">Its colour.</param>
/// <param name="lesion">How far it belongs to a lesion, 0 to 1, for the parts drawn later.</param>
internal delegate void Brush(Vector2 at, ref Vector3 pixel, ref float lesion);

/// <summary>A square picture in linear floats and the mask of the lesions on it; one per thread, drawn over again and again.</summary>
internal sealed class Canvas(int size)
{
    public int Size { get; } = size;

    /// <summary>The width of a pixel, where the picture is 2 wide.</summary>
    public float Pixel { get; } = 2f / size;

    public Vector3[] Pixels { get; private set; } = new Vector3[size * size];

    float[] Lesion { get; } = new float[size * size];

    Vector3[] Spare { get; set; } = new Vector3[size * size];

    public void Clear() => Array.Clear(Lesion);

    public void Everywhere(Brush brush) => Over(Vector2.Zero, 1, brush);

    /// <summary>Calls the brush for the pixels of a square around a place.</summary>
    public void Over(Vector2 centre, float reach, Brush brush)
    {
        var (left, right) = (First(centre.X - reach), Last(centre.X + reach));
        var bottom = Last(centre.Y + reach);
        for (var row = First(centre.Y - reach); row <= bottom; row++)
            for (var column = left; column <= right; column++)
                brush(Place(column, row), ref Pixels[row * Size + column], ref Lesion[row * Size + column]);
    }

    /// <summary>One pass of a three-tap blur along the rows, then along the columns.</summary>
    /// <param name="weight">Of the two neighbours together, 0 to 1.</param>
    public void Blur(float weight)
    {
        // The taps move apart with the size, so that a drawing is as sharp at 256 px as at 64.
        var gap = Math.Max(1, Size / 64);
        BlurAlong(gap, 0, weight);
        BlurAlong(0, gap, weight);
    }

    void BlurAlong(int columns, int rows, float weight)
    {
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
            {
                var beside = At(column - columns, row - rows) + At(column + columns, row + rows);
                Spare[row * Size + column] = Vector3.Lerp(At(column, row), beside * 0.5f, weight);
            }
        (Pixels, Spare) = (Spare, Pixels);
    }

    Vector3 At(int column, int row) => Pixels[Math.Clamp(row, 0, Size - 1) * Size + Math.Clamp(column, 0, Size - 1)];

    Vector2 Place(int column, int row) => new Vector2(column + 0.5f, row + 0.5f) * Pixel - Vector2.One;

    int First(float place) => Math.Max(0, (int)((place + 1) / Pixel));

    int Last(float place) => Math.Min(Size - 1, (int)((place + 1) / Pixel));
}
