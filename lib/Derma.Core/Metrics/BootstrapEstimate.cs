namespace Derma.Core;

/// <summary>A measured figure with what resampling says about its uncertainty.</summary>
/// <param name="Value">The figure of the photos as they are.</param>
/// <param name="Interval">Percentile interval (Efron 1979; Efron, Tibshirani 1993, chapter 13).</param>
/// <param name="Resampled">The figure of every resample, in rising order.</param>
public sealed record BootstrapEstimate(double Value, Interval Interval, IReadOnlyList<double> Resampled)
{
    /// <summary>Sorts the resampled figures and cuts off both tails.</summary>
    public static BootstrapEstimate Of(double value, double[] resampled, double confidence)
    {
        Array.Sort(resampled);
        var tail = (1 - confidence) / 2;
        return new BootstrapEstimate(value, new Interval(Quantile(resampled, tail), Quantile(resampled, 1 - tail)), resampled);
    }

    // Linear between neighbours, as numpy and R (type 7) do by default.
    static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
