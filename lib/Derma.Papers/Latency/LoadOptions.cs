namespace Derma.Papers;

/// <summary>When the requests of an open loop start.</summary>
public enum ArrivalPattern
{
    /// <summary>The same time between any two.</summary>
    Constant,

    /// <summary>Independent of each other, as people are: exponential times between them.</summary>
    Poisson,
}

/// <summary>How an open loop asks: requests start at times that were fixed before, whatever happens to the earlier ones.</summary>
public sealed record LoadOptions
{
    /// <summary>Requests a second, above 0.</summary>
    public required double PerSecond { get; init; }

    /// <summary>From the first possible start to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How the starts are spread.</summary>
    public ArrivalPattern Arrivals { get; init; } = ArrivalPattern.Poisson;

    /// <summary>Decides the starts of a Poisson pattern.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>No more requests than that, however long it lasts.</summary>
    public int MostRequests { get; init; } = 20_000;

    /// <summary>A request without an answer after that time has failed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks rate, duration and bounds.</summary>
    /// <exception cref="UserError">One is out of range.</exception>
    public void Validate()
    {
        OptionCheck.Require(PerSecond is > 0 and < double.PositiveInfinity, nameof(PerSecond), PerSecond, "above 0");
        OptionCheck.Require(Duration > TimeSpan.Zero, nameof(Duration), Duration, "above 0");
        OptionCheck.Require(MostRequests > 0, nameof(MostRequests), MostRequests, "above 0");
        OptionCheck.Require(Timeout > TimeSpan.Zero, nameof(Timeout), Timeout, "above 0");
    }
}

/// <summary>Start times of an open loop, fixed before the first request.</summary>
public static class Arrivals
{
    /// <summary>The start times, in order, from the beginning of the loop.</summary>
    /// <param name="options">Rate, duration, pattern and seed.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public static IReadOnlyList<TimeSpan> Of(LoadOptions options)
    {
        options.Validate();
        return [.. Gaps(options).TakeWhile(start => start <= options.Duration).Take(options.MostRequests)];
    }

    static IEnumerable<TimeSpan> Gaps(LoadOptions options)
    {
        var random = SplitMix64.At(options.Seed);
        for (var seconds = 0.0; ; seconds += Gap(options, ref random)) yield return TimeSpan.FromSeconds(seconds);
    }

    static double Gap(LoadOptions options, ref SplitMix64 random) => options.Arrivals == ArrivalPattern.Constant
        ? 1 / options.PerSecond
        : -Math.Log(1 - random.NextDouble()) / options.PerSecond;
}
