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

/// <summary>What lies between the skin and the file: uneven light, a colour cast, a backdrop, blur, sensor noise.</summary>
internal sealed class Camera(Canvas canvas, Dice dice, float variation)
{
    public void Take(Vector2 light, Span<byte> rgb)
    {
        if (dice.Chance(0.2f * variation)) Backdrop();
        Light(light);
        if (dice.Chance(0.7f * variation)) for (var pass = dice.Whole((0, 2)); pass >= 0; pass--) canvas.Blur(dice.Between(0.2f, 0.7f));
        Develop(rgb);
    }

    /// <summary>A plain cloth beside the limb.</summary>
    void Backdrop()
    {
        var cloth = new Vector3(dice.Unit(), dice.Unit(), dice.Unit()) * 0.6f + new Vector3(0.4f * dice.Unit());
        var (edge, bend, distance) = (dice.Direction(), dice.Between(-0.5f, 0.5f), dice.Between(0.55f, 0.95f));
        canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var along = at.X * edge.Y - at.Y * edge.X;
            var beyond = Vector2.Dot(at, edge) - distance + bend * along * along;
            pixel = beyond > 0 ? cloth : pixel * (1 + MathF.Max(-0.45f, -0.05f / (0.1f - beyond)));
        });
    }

    void Light(Vector2 light)
    {
        var exposure = 1 + variation * dice.Between(-0.28f, 0.22f);
        var tint = new Vector3(dice.Between(-0.07f, 0.07f), dice.Between(-0.04f, 0.04f), dice.Between(-0.1f, 0.1f));
        var cast = Vector3.One + variation * tint;
        var (slope, vignette) = (variation * dice.Between(0, 0.28f), variation * dice.Between(0, 0.22f));
        canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
            pixel *= cast * (exposure * (1 + slope * Vector2.Dot(at, light)) * (1 - vignette * at.LengthSquared())));
    }

    void Develop(Span<byte> rgb)
    {
        var grain = variation * dice.Between(0, 14f);
        for (var index = 0; index < canvas.Pixels.Length; index++)
        {
            var bits = dice.Bits();
            var noise = new Vector3(Level(bits), Level(bits >> 10), Level(bits >> 20)) * grain;
            var pixel = Vector3.Clamp(canvas.Pixels[index] * 255 + noise, Vector3.Zero, new Vector3(255)) + new Vector3(0.5f);
            (rgb[3 * index], rgb[3 * index + 1], rgb[3 * index + 2]) = ((byte)pixel.X, (byte)pixel.Y, (byte)pixel.Z);
        }
    }

    static float Level(uint bits) => (bits & 1023) / 512f - 1;
}
