namespace Derma.Papers;

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
