using System.Globalization;

namespace Derma.Papers;

/// <summary>Loads as tables.</summary>
public static class LatencyTables
{
    /// <summary>Percentiles of each load, with how it was made.</summary>
    /// <param name="conditions">What holds for all of them.</param>
    /// <param name="runs">Loads.</param>
    public static HtmlView Of(Conditions conditions, params IReadOnlyList<LoadRun> runs) => Tables.Of(
        ["Milliseconds", "n", "warm-up", "asked", "p50", "p95", "p99", "95 % interval of p99", "slowest", "mean"],
        runs.Select(run => new LatencySummary(run)).Select(summary => (IReadOnlyList<object?>)
        [
            summary.Run.Name, summary.Count, summary.Run.WarmUp, summary.Run.Pattern, Digits(summary.P50), Digits(summary.P95), Digits(summary.P99), Words(summary),
            Digits(summary.Max), Digits(summary.Mean),
        ]),
        $"Percentiles by nearest rank. {conditions.Text}");

    /// <summary>How the requests of a load ended.</summary>
    /// <param name="conditions">What holds for all of them.</param>
    /// <param name="runs">Loads.</param>
    public static HtmlView Statuses(Conditions conditions, params IReadOnlyList<LoadRun> runs) => Tables.Of(
        ["Load", "Requests", "Answered (200)", "Refused (429)", "Other", "Answered a second", "p99, ms", "Sent late by at most, ms"],
        runs.Select(run => new LatencySummary(run)).Select(summary => (IReadOnlyList<object?>)
        [
            $"{summary.Run.Name}: {summary.Run.Pattern}", summary.Run.Requests.Count, summary.Count, summary.Statuses.GetValueOrDefault(429),
            summary.Run.Requests.Count - summary.Count - summary.Statuses.GetValueOrDefault(429), Digits(summary.Run.PerSecond), Digits(summary.P99), Digits(summary.Run.WorstDelay),
        ]),
        $"Open loop: latency counts from the time at which a request should have started. {conditions.Text}");

    internal static string Digits(double value) => double.IsNaN(value) ? "–" : value.ToString("0.0", CultureInfo.InvariantCulture);

    static string Words(LatencySummary summary) => summary.Interval(99) switch
    {
        ({ } low, { } high) => $"{Digits(low)} to {Digits(high)}",
        ({ } low, null) => $"from {Digits(low)}; n too small for an upper end",
        _ => "n too small",
    };
}
