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
