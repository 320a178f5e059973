namespace Derma.Core;

/// <summary>Random numbers as a pure function of a few integers (Steele, Lea, Flood 2014), so that no order of calls matters.</summary>
public struct SplitMix64(ulong state)
{
    const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The stream that belongs to these integers.</summary>
    public static SplitMix64 At(params ReadOnlySpan<long> parts)
    {
        var state = 0UL;
        foreach (var part in parts) state = Mix(state + (ulong)part + GoldenGamma);
        return new SplitMix64(state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += GoldenGamma);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Uniform in 0 … bound - 1, by the high half of a product.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Fisher and Yates' shuffle, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
