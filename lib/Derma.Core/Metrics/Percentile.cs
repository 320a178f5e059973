using MathNet.Numerics.Distributions;

namespace Derma.Core;

/// <summary>
/// Percentiles by nearest rank: the p-th of n values is the one at place ⌈p/100 · n⌉ in ascending order. It is always a value that was
/// measured, never one between two.
/// </summary>
public static class Percentile
{
    const double Tail = 0.025;

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
