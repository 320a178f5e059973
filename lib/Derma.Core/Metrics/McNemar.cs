using MathNet.Numerics;

namespace Derma.Core;

/// <summary>
/// McNemar's exact test (McNemar 1947) of whether two classifiers are right equally often on the same photos. Only the photos that exactly one
/// of them gets right carry information; were the two equally good, each such photo would be a fair coin.
/// </summary>
/// <param name="OnlyFirst">b: photos that the first gets right and the second wrong.</param>
/// <param name="OnlySecond">c: photos that the second gets right and the first wrong.</param>
public sealed record McNemar(int OnlyFirst, int OnlySecond)
{
    /// <summary>Photos that exactly one gets right, n = b + c.</summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>
    /// Two-sided p = min(1, 2 · P(X ≤ min(b, c))) for X ~ Binomial(b + c, ½); 1 where nothing differs. Exact for any count: no normal or
    /// χ² approximation.
    /// </summary>
    public double PValue => Math.Min(1, 2 * LowerTail(Math.Min(OnlyFirst, OnlySecond), Discordant));

    /// <summary>Counts b and c.</summary>
    /// <param name="first">One classifier's predictions.</param>
    /// <param name="second">The other's, of the same photos.</param>
    /// <exception cref="UserError">The photos, labels or classes differ.</exception>
    public static McNemar Of(Predictions first, Predictions second)
    {
        SamePhotos.Require([new("first", first), new("second", second)]);
        var all = Enumerable.Range(0, first.Count);
        return new McNemar(
            all.Count(i => first.IsCorrect(i) && !second.IsCorrect(i)),
            all.Count(i => second.IsCorrect(i) && !first.IsCorrect(i)));
    }

    // The largest term from log-gamma, the others by the ratio of neighbours k / (n - k + 1), which is below 1 down to k = 0.
    static double LowerTail(int k, int n)
    {
        double sum = 0, term = 1;
        for (var i = k; i >= 0; i--)
        {
            sum += term;
            term *= i / (n - i + 1.0);
        }

        return sum * Math.Exp(SpecialFunctions.BinomialLn(n, k) - n * Constants.Ln2);
    }
}
