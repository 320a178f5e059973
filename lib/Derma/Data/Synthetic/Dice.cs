using System.Numerics;

namespace Derma.Data.Synthetic;

/// <summary>The random numbers of one drawing: a SplitMix64 stream, the same on every machine and thread.</summary>
internal sealed class Dice(ulong state)
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A stream that depends on every one of the parts, so that drawings need no order among them.</summary>
    public static Dice Of(params ReadOnlySpan<long> parts)
    {
        ulong state = Golden;
        foreach (var part in parts) state = Mix(state + (ulong)part * Golden) + Golden;
        return new Dice(state);
    }

    public uint Bits() => (uint)(Mix(state += Golden) >> 32);

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

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
