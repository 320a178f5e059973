namespace Derma.Core;

/// <summary>A closed interval that a measured share lies in with some confidence.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The normal quantile of a two-sided 95 % interval.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Whether the value lies between the ends, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Wilson's score interval of a proportion (Wilson 1927); it stays inside [0, 1] at 0 % and 100 %.</summary>
    /// <param name="correct">Successes, 0 to <paramref name="count"/>.</param>
    /// <param name="count">Trials; with none the interval is [0, 1].</param>
    /// <param name="z">Normal quantile, 1.96 for 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">More successes than trials, or a negative count.</exception>
    public static Interval Wilson(int correct, int count, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, count);
        if (count == 0) return new Interval(0, 1);
        double n = count, p = correct / n, z2 = z * z;
        var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(correct == 0 ? 0 : centre - half, correct == count ? 1 : centre + half);
    }
}
