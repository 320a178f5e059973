using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Derma.Core;

/// <summary>
/// Medians, quantiles and percentiles. A percentile is taken by nearest rank: the p-th of n values is the one at place ⌈p/100 · n⌉ in
/// ascending order, always a value that was measured, never one between two.
/// </summary>
public static class Percentile
{
    const double Tail = 0.025;

    /// <summary>The middle value, or the mean of the two in the middle; NaN without values.</summary>
    /// <param name="values">In any order.</param>
    public static double Median(IEnumerable<double> values) => values.Median();

    /// <summary>A quantile that lies linearly between its neighbours, as numpy and R (type 7) have it by default.</summary>
    /// <param name="ascending">At least one value, in ascending order.</param>
    /// <param name="share">0 for the least value, 1 for the greatest.</param>
    public static double Quantile(double[] ascending, double share) =>
        SortedArrayStatistics.QuantileCustom(ascending, share, QuantileDefinition.R7);

    /// <summary>The value at that place.</summary>
    /// <param name="ascending">At least one value, in ascending order.</param>
    /// <param name="percent">Above 0, up to 100.</param>
    public static double Of(IReadOnlyList<double> ascending, double percent) => ascending[Rank(ascending.Count, percent) - 1];

    /// <summary>
    /// A 95 % interval of the percentile that needs no assumption about the values: two of them, by the binomial number that lie below the
    /// percentile. An end is null where too few values were measured for it: the 99th percentile has an upper end from 368 values on.
    /// </summary>
    /// <param name="ascending">At least one value, in ascending order.</param>
    /// <param name="percent">Above 0, below 100.</param>
    public static (double? Low, double? High) Interval(IReadOnlyList<double> ascending, double percent)
    {
        var (n, share) = (ascending.Count, percent / 100);
        double Below(int count) => count < 0 ? 0 : Binomial.CDF(share, n, count);
        var low = Rank(n, percent);
        while (low > 0 && Below(low - 1) > Tail) low--;
        var high = Rank(n, percent);
        while (high <= n && Below(high - 1) < 1 - Tail) high++;
        return (low == 0 ? null : ascending[low - 1], high > n ? null : ascending[high - 1]);
    }

    // p · n / 100, not p / 100 · n: the latter is 57.00000000000001 for the 57th of 100.
    static int Rank(int count, double percent) => Math.Clamp((int)Math.Ceiling(percent * count / 100), 1, count);
}

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

    /// <summary>
    /// Newcombe's interval of the difference of two proportions of different photos, first minus second, from the two Wilson intervals
    /// (Newcombe 1998, Statistics in Medicine 17, 873, method 10). For two answers to the same photos take a paired interval:
    /// <see cref="Bootstrap.Difference"/>.
    /// </summary>
    /// <param name="first">Successes and trials of the one; at least one trial.</param>
    /// <param name="second">Successes and trials of the other; at least one trial.</param>
    /// <param name="z">Normal quantile, 1.96 for 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">No trial, more successes than trials, or a negative count.</exception>
    public static Interval Difference((int Correct, int Count) first, (int Correct, int Count) second, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(second.Count);
        var (p, q) = ((double)first.Correct / first.Count, (double)second.Correct / second.Count);
        var (of, against) = (Wilson(first.Correct, first.Count, z), Wilson(second.Correct, second.Count, z));
        return new Interval(
            p - q - double.Hypot(p - of.Low, against.High - q),
            p - q + double.Hypot(of.High - p, q - against.Low));
    }
}
