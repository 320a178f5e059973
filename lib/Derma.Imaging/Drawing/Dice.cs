using System.Numerics;

namespace Derma.Imaging;

/// <summary>The random numbers of one drawing, the same on every machine and thread.</summary>
internal sealed class Dice(SplitMix64 stream)
{
    SplitMix64 stream = stream;

    /// <summary>A stream that depends on every one of the parts, so that drawings need no order among them.</summary>
    public static Dice Of(params ReadOnlySpan<long> parts) => new(SplitMix64.At(parts));

    public uint Bits() => (uint)(stream.Next() >> 32);

    /// <summary>Uniform in [0, 1).</summary>
    public float Unit() => (Bits() >> 8) * (1f / (1 << 24));

    public float Between(float low, float high) => low + (high - low) * Unit();

    public float Between((float Low, float High) range) => Between(range.Low, range.High);

    /// <summary>A whole number, both ends included.</summary>
    public int Whole((int Low, int High) range) => range.Low + (int)(Unit() * (range.High - range.Low + 1));

    public bool Chance(float probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)(Unit() * items.Count)];

    /// <summary>A unit vector of any direction.</summary>
    public Vector2 Direction()
    {
        var (sin, cos) = MathF.SinCos(Between(0, MathF.Tau));
        return new Vector2(cos, sin);
    }

    /// <summary>A point of the unit disc, dense in the middle, as lesions cluster.</summary>
    public Vector2 InDisc() => Direction() * MathF.Pow(Unit(), 0.65f);
}

/// <summary>Smooth random fields: lattice values, blended; a function of place and seed alone.</summary>
internal static class ValueNoise
{
    /// <summary>One octave in [-1, 1]; features are about one unit wide.</summary>
    public static float At(Vector2 at, uint seed)
    {
        var (column, row) = ((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y));
        var (u, v) = (Ease(at.X - column), Ease(at.Y - row));
        return Bilinear.Between(
            Lattice(column, row, seed), Lattice(column + 1, row, seed),
            Lattice(column, row + 1, seed), Lattice(column + 1, row + 1, seed), u, v);
    }

    /// <summary>Octaves of halving size and height, in about [-1, 1].</summary>
    public static float Fractal(Vector2 at, uint seed, int octaves)
    {
        var (sum, height) = (0f, 0.6f);
        for (var octave = 0u; octave < octaves; octave++, at *= 2.03f, height *= 0.5f) sum += height * At(at, seed + octave * 7919);
        return sum;
    }

    /// <summary>0 up to <paramref name="low"/>, 1 from <paramref name="high"/> on, smooth between them.</summary>
    public static float Step(float low, float high, float value) => Ease(Math.Clamp((value - low) / (high - low), 0, 1));

    static float Ease(float t) => t * t * (3 - 2 * t);

    static float Lattice(int column, int row, uint seed)
    {
        var hash = (uint)column * 0x8DA6B343 ^ (uint)row * 0xD8163841 ^ seed * 0xCB1AB31F;
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        return ((hash ^ (hash >> 15)) >> 8) * (2f / (1 << 24)) - 1;
    }
}
