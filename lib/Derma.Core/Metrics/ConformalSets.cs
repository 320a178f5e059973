using MathNet.Numerics.Distributions;

namespace Derma.Core;

/// <summary>
/// Sets of classes that hold the true one for a chosen share of new photos, whatever the network is: split conformal prediction (Vovk,
/// Gammerman, Shafer 2005; Angelopoulos, Bates 2021). A class belongs to a photo's set where 1 − p is at most the threshold.
/// </summary>
/// <param name="Threshold">The <see cref="Rank"/>-th smallest 1 − p of the true classes of the calibration photos; infinite, so that every
/// set has all classes, where they are too few for the level.
/// </param>
public sealed record ConformalSets(double Threshold)
{
    // 0.9 · 130 is a little more than 117 in binary, and a ceiling would make a whole photo of it.
    const double RoundingError = 1e-9;

    /// <summary>Sets by the scores of calibration photos, which nothing else was chosen by.</summary>
    /// <param name="calibration">What the network says of them.</param>
    /// <param name="level">Share of new photos whose set has the true class, between 0 and 1.</param>
    /// <exception cref="UserError">There is no photo, or the level is no share.</exception>
    public static ConformalSets Calibrate(Predictions calibration, double level = 0.9)
    {
        var rank = Rank(calibration.Count, level);
        double[] scores = [.. Enumerable.Range(0, calibration.Count).Select(i => Score(calibration, i)).Order()];
        return new ConformalSets(rank > scores.Length ? double.PositiveInfinity : scores[rank - 1]);
    }

    /// <summary>⌈(n + 1) · level⌉: which calibration score, counted from the smallest, is the threshold; n + 1 where none is.</summary>
    /// <param name="photos">Calibration photos.</param>
    /// <param name="level">Share of new photos whose set has the true class, between 0 and 1.</param>
    /// <exception cref="UserError">There is no photo, or the level is no share.</exception>
    public static int Rank(int photos, double level)
    {
        if (photos < 1) throw new UserError("There are no photos to calibrate sets with; give at least one.");
        if (level is not (> 0 and < 1))
            throw new UserError($"The level of the sets is {level}; give a share between 0 and 1, such as 0.9.");
        return (int)Math.Ceiling((photos + 1) * level - RoundingError);
    }

    /// <summary>The classes of a photo's set, in label order; none where no class is likely enough.</summary>
    /// <param name="row">Its probabilities, one for each class.</param>
    public IReadOnlyList<int> Of(ReadOnlySpan<float> row)
    {
        var set = new List<int>();
        for (var c = 0; c < row.Length; c++) if (1.0 - row[c] <= Threshold) set.Add(c);
        return set;
    }

    /// <summary>Whether a photo's set has its true class.</summary>
    /// <param name="predictions">Photos that the threshold does not come from.</param>
    /// <param name="photo">Which of them.</param>
    public bool Covers(Predictions predictions, int photo) => Score(predictions, photo) <= Threshold;

    /// <summary>Share of the photos whose set has the true class; NaN without photos.</summary>
    public double Coverage(Predictions predictions) => predictions.Count == 0 ? double.NaN
        : Enumerable.Range(0, predictions.Count).Count(i => Covers(predictions, i)) / (double)predictions.Count;

    /// <summary>Classes in a set, on average; NaN without photos.</summary>
    public double MeanSize(Predictions predictions) => predictions.Count == 0 ? double.NaN
        : Enumerable.Range(0, predictions.Count).Average(i => Of(predictions.Row(i)).Count);

    static double Score(Predictions predictions, int photo) => 1.0 - predictions.Row(photo)[predictions.Labels[photo]];
}

/// <summary>
/// Which coverage a threshold has, from calibration to calibration: Beta(r, n + 1 − r) for a world of new photos (Vovk 2012), and a
/// beta-binomial number of any m of them. It is exact where no two scores are equal; where some are, coverage is higher.
/// </summary>
/// <param name="Photos">Calibration photos, n.</param>
/// <param name="Rank">r of them have a score up to the threshold.</param>
public sealed record CoverageLaw(int Photos, int Rank)
{
    /// <summary>The law of sets of a level.</summary>
    /// <param name="photos">Calibration photos.</param>
    /// <param name="level">Share of new photos whose set has the true class, between 0 and 1.</param>
    /// <exception cref="UserError">There is no photo, the level is no share, or the photos are too few for it.</exception>
    public static CoverageLaw Of(int photos, double level = 0.9)
    {
        var rank = ConformalSets.Rank(photos, level);
        if (rank <= photos) return new CoverageLaw(photos, rank);
        throw new UserError($"{photos} calibration photos are too few for sets of {Numbers.Percent(level)}, which then have all classes.");
    }

    /// <summary>Mean coverage: r / (n + 1), at least the level.</summary>
    public double Mean => Rank / (Photos + 1.0);

    /// <summary>The middle of the law for a world of new photos.</summary>
    /// <param name="confidence">Probability of the interval; both tails are equal.</param>
    public Interval Central(double confidence = 0.95)
    {
        var (law, tail) = (new Beta(Rank, Photos + 1 - Rank), (1 - confidence) / 2);
        return new Interval(law.InverseCumulativeDistribution(tail), law.InverseCumulativeDistribution(1 - tail));
    }

    /// <summary>The same for the share covered of a number of new photos.</summary>
    /// <param name="photos">New photos, at least one.</param>
    /// <param name="confidence">Least probability of the interval; each tail has at most half of the rest.</param>
    public Interval Central(int photos, double confidence = 0.95)
    {
        var (law, tail) = (new BetaBinomial(photos, Rank, Photos + 1 - Rank), (1 - confidence) / 2);
        int low = 0, high = photos;
        for (var below = law.Probability(0); below <= tail; below += law.Probability(low)) low++;
        for (var above = law.Probability(photos); above <= tail; above += law.Probability(high)) high--;
        return new Interval((double)low / photos, (double)high / photos);
    }
}
