using MathNet.Numerics.Statistics;

namespace Derma.Core;

/// <summary>Whether two lists order the same things alike.</summary>
public static class RankCorrelation
{
    /// <summary>
    /// Spearman's ρ (1904): the correlation of the ranks, equals sharing theirs; −1 to 1, NaN where a list has one value only.
    /// </summary>
    /// <param name="first">At least two values.</param>
    /// <param name="second">As many, of the same things.</param>
    /// <exception cref="UserError">The lists differ in length, or are too short.</exception>
    public static double Of(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second) =>
        first.Count == second.Count && first.Count > 1
            ? Correlation.Spearman(first, second)
            : throw new UserError(
                $"{first.Count} and {second.Count} values have no rank correlation; give two lists of the same length, two or more.");
}
