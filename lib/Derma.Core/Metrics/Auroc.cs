using MathNet.Numerics.Statistics;

namespace Derma.Core;

/// <summary>
/// The area under the receiver operating characteristic: how often a score puts a photo of one kind above one of the other, equals
/// counting half. 1 tells them apart wholly, 0.5 not at all, below that the wrong way round.
/// </summary>
/// <param name="Value">The area.</param>
/// <param name="Known">Photos that should have the higher score.</param>
/// <param name="Unknown">Photos that should have the lower one.</param>
public sealed record Auroc(double Value, int Known, int Unknown)
{
    /// <summary>The area by Mann and Whitney's count of pairs (1947), from ranks.</summary>
    /// <param name="known">Scores that should be high; at least one.</param>
    /// <param name="unknown">Scores that should be low; at least one.</param>
    /// <exception cref="UserError">One of the kinds has no photo.</exception>
    public static Auroc Of(IReadOnlyCollection<double> known, IReadOnlyCollection<double> unknown)
    {
        Require(known, unknown);
        var ranks = known.Concat(unknown).Ranks(RankDefinition.Average);
        var pairs = ranks.Take(known.Count).Sum() - known.Count * (known.Count + 1.0) / 2;
        return new Auroc(pairs / ((double)known.Count * unknown.Count), known.Count, unknown.Count);
    }

    /// <summary>The 95 % interval by Hanley and McNeil's standard error (1982), cut to [0, 1].</summary>
    public Interval Interval
    {
        get
        {
            var (a, square) = (Value, Value * Value);
            var spread = a * (1 - a) + (Known - 1) * (a / (2 - a) - square) + (Unknown - 1) * (2 * square / (1 + a) - square);
            var half = Interval.Z95 * Math.Sqrt(Math.Max(0, spread) / ((double)Known * Unknown));
            return new Interval(Math.Max(0, a - half), Math.Min(1, a + half));
        }
    }

    /// <summary>The share of unknown photos that are let through where the threshold lets through a share of the known ones.</summary>
    /// <param name="known">Scores that should be high; at least one.</param>
    /// <param name="unknown">Scores that should be low; at least one.</param>
    /// <param name="truePositives">Least share of the known photos, above 0, up to 1.</param>
    /// <exception cref="UserError">One of the kinds has no photo.</exception>
    public static double FalsePositives(
        IReadOnlyCollection<double> known, IReadOnlyCollection<double> unknown, double truePositives = 0.95)
    {
        Require(known, unknown);
        var threshold = known.OrderDescending().ElementAt((int)Math.Ceiling(truePositives * known.Count) - 1);
        return unknown.Count(score => score >= threshold) / (double)unknown.Count;
    }

    static void Require(IReadOnlyCollection<double> known, IReadOnlyCollection<double> unknown)
    {
        if (known.Count == 0 || unknown.Count == 0)
            throw new UserError($"Scores of {known.Count} and {unknown.Count} photos cannot be told apart; "
                + "give at least one of each kind.");
    }
}
