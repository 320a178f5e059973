namespace Derma.Core;

/// <summary>
/// What a slice of n photos can show: how likely a true gap is seen, and the smallest gap that usually is. Seen means that the whole 95 %
/// Wilson interval of the slice's accuracy lies below the accuracy that it is held against, which is taken as known.
/// </summary>
public static class SlicePower
{
    const double Step = 0.001;

    /// <summary>The chance that a slice is seen to do worse, summed over every number of right answers that it can have.</summary>
    /// <param name="photos">Photos of the slice, at least one.</param>
    /// <param name="accuracy">What it is held against, 0 to 1.</param>
    /// <param name="ofSlice">The slice's true accuracy, 0 to 1.</param>
    /// <param name="z">Normal quantile of the interval, 1.96 for 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">No photo, or an accuracy outside [0, 1].</exception>
    public static double Chance(int photos, double accuracy, double ofSlice, double z = Interval.Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(photos);
        ArgumentOutOfRangeException.ThrowIfNotEqual(accuracy, Math.Clamp(accuracy, 0, 1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(ofSlice, Math.Clamp(ofSlice, 0, 1));
        return Enumerable.Range(0, photos + 1).TakeWhile(right => Interval.Wilson(right, photos, z).High < accuracy)
            .Sum(right => MathNet.Numerics.Distributions.Binomial.PMF(ofSlice, photos, right));
    }

    /// <summary>The smallest gap, in steps of a tenth of a point, that is seen with the chance that is asked for.</summary>
    /// <param name="photos">Photos of the slice, at least one.</param>
    /// <param name="accuracy">What it is held against, 0 to 1.</param>
    /// <param name="chance">How often the gap shall be seen.</param>
    /// <returns>The gap as a share of one; null where even a slice that is wrong throughout would not be seen that often.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No photo, or an accuracy outside [0, 1].</exception>
    public static double? SmallestGap(int photos, double accuracy, double chance = 0.8)
    {
        for (var steps = 0; steps * Step <= accuracy; steps++)
            if (Chance(photos, accuracy, accuracy - steps * Step) >= chance) return steps * Step;
        return null;
    }
}
