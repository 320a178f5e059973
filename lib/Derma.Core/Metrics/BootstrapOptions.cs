namespace Derma.Core;

/// <summary>How a bootstrap resamples.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Resamples drawn.</summary>
    public int Resamples { get; init; } = 10_000;

    /// <summary>The same seed gives the same interval, on every machine.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Confidence of the interval, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>
    /// Whether photos are drawn within their true class, so that every resample has the test set's class counts. Null leaves it to the figure:
    /// the accuracy is a share of photos, drawn from the whole set like the coins of McNemar's test; the averages over classes are stratified,
    /// because the split that made the set was, and because a plain resample can lose a rare class and then averages over others.
    /// </summary>
    public bool? Stratified { get; init; }

    /// <summary>Refuses what cannot be drawn.</summary>
    /// <exception cref="UserError">No resample, or a confidence outside (0, 1).</exception>
    public void Validate()
    {
        if (Resamples < 1) throw new UserError($"Resamples is {Resamples}; draw at least one.");
        if (Confidence is not (> 0 and < 1)) throw new UserError($"Confidence is {Confidence}; give a share between 0 and 1, such as 0.95.");
    }
}
