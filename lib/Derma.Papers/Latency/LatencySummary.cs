namespace Derma.Papers;

/// <summary>The figures of one load. Latencies are in milliseconds and those of accepted requests.</summary>
/// <param name="Run">Where they come from.</param>
public sealed record LatencySummary(LoadRun Run)
{
    readonly double[] ascending = [.. Run.Milliseconds.Order()];

    /// <summary>Accepted requests.</summary>
    public int Count => ascending.Length;

    /// <summary>How many requests ended with each status; 0 for no answer.</summary>
    public IReadOnlyDictionary<int, int> Statuses { get; } = Run.Requests.GroupBy(request => request.Reply.Status)
        .OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>The median.</summary>
    public double P50 => At(50);

    /// <summary>One in twenty is slower.</summary>
    public double P95 => At(95);

    /// <summary>One in a hundred is slower. With fewer than a hundred requests it is the slowest.</summary>
    public double P99 => At(99);

    /// <summary>The slowest.</summary>
    public double Max => At(100);

    /// <summary>The average.</summary>
    public double Mean => Count == 0 ? double.NaN : ascending.Average();

    /// <summary>Percentile by nearest rank; NaN where nothing was accepted.</summary>
    /// <param name="percent">Above 0, up to 100.</param>
    public double At(double percent) => Count == 0 ? double.NaN : Percentile.Of(ascending, percent);

    /// <summary>Its 95 % interval; an end is null where the requests are too few for it.</summary>
    /// <param name="percent">Above 0, below 100.</param>
    public (double? Low, double? High) Interval(double percent) => Count == 0 ? (null, null) : Percentile.Interval(ascending, percent);
}
