namespace Derma.Papers;

/// <summary>Loads as tables.</summary>
public static class LatencyTables
{
    /// <summary>Percentiles of each load, with how it was made.</summary>
    /// <param name="conditions">What holds for all of them.</param>
    /// <param name="runs">Loads.</param>
    public static HtmlView Of(Conditions conditions, params IReadOnlyList<LoadRun> runs) => Tables.Of(
        ["Milliseconds", "n", "p50", "p95", "p99", "p99's 95 % interval", "slowest", "mean"],
        runs.Select(run => new LatencySummary(run)).Select(summary => (IReadOnlyList<object?>)
        [
            summary.Run.Name, summary.Count, Digits(summary.P50), Digits(summary.P95), Digits(summary.P99), Words(summary),
            Digits(summary.Max), Digits(summary.Mean),
        ]),
        $"Percentiles by nearest rank. {Conditions.Of(runs)}. {conditions.Text}");

    /// <summary>The bare model and the service, and what the service adds.</summary>
    /// <param name="study">What was measured in turn.</param>
    public static HtmlView Of(LatencyStudy study) => Tables.Of(
        ["Milliseconds", "p50", "p95"],
        [
            ["bare model call, from the file's bytes", Digits(new LatencySummary(study.Bare).P50),
                Digits(new LatencySummary(study.Bare).P95)],
            ["through HTTP", Digits(new LatencySummary(study.Http).P50), Digits(new LatencySummary(study.Http).P95)],
            [
                "what the service adds to decoding and model",
                Digits(Percentile.Of(study.Overhead, 50)), Digits(Percentile.Of(study.Overhead, 95)),
            ],
        ],
        $"{Conditions.Of([study.Bare, study.Http])}. {study.Conditions.Text}");

    static string Digits(double value) => Numbers.Text(value, "0.0");

    static string Words(LatencySummary summary) => summary.Interval(99) switch
    {
        ({ } low, { } high) => $"{Digits(low)} to {Digits(high)}",
        ({ } low, null) => $"from {Digits(low)}; n too small",
        _ => "n too small",
    };
}

/// <summary>What the paper's bound for the cloud leaves for the network, photo by photo.</summary>
public static class BudgetView
{
    /// <summary>The bound of Table 2's second row, in seconds.</summary>
    public const double PaperBound = 1.5;

    static readonly (string Name, double Bytes)[] Photos =
        [("a phone's photo, made smaller", 0.3e6), ("a phone's photo", 3e6), ("a phone's photo, little compressed", 8e6)];

    /// <summary>A row a photo: its time on the line, the first request's, and the worst line that still meets the bound.</summary>
    /// <param name="serviceSeconds">What the service itself takes.</param>
    /// <param name="line">The line.</param>
    /// <param name="measured">The photo that was measured.</param>
    public static HtmlView Of(double serviceSeconds, UplinkOptions line, DrawnPhoto measured)
    {
        var (budget, roundTrip) = (new NetworkBudget(PaperBound, serviceSeconds), line.RoundTrip.TotalSeconds);
        return Tables.Of(
            ["Photo", "Kilobytes", "Time on the line, s", "First request in all, s", "Within 1.5 s", "Longest round trip, ms",
                "Slowest uplink, Mbit/s"],
            Photos.Prepend(($"this one, {measured.Width} × {measured.Height}", measured.Jpeg.Length))
                .Select(photo => Row(photo, budget, line, roundTrip)),
            FormattableString.Invariant(
                $"{PaperBound} s less {serviceSeconds:0.000} s of the service leave {budget.NetworkSeconds:0.000} s for the network.")
                + $" Calculated: {line.Text}; a new connection (three round trips) and TCP's slow start");
    }

    static IReadOnlyList<object?> Row((string Name, double Bytes) photo, NetworkBudget budget, UplinkOptions line, double roundTrip)
    {
        var network = NetworkBudget.NetworkSecondsOf(photo.Bytes, roundTrip, line.UpMegabits);
        return
        [
            photo.Name, Numbers.Text(photo.Bytes / 1e3, "0"),
            Digits(NetworkBudget.TransferSeconds(photo.Bytes, roundTrip, line.UpMegabits)), Digits(network + budget.ServiceSeconds),
            network <= budget.NetworkSeconds,
            budget.LongestRoundTrip(photo.Bytes, line.UpMegabits) is { } longest ? Numbers.Text(1000 * longest, "0") : "none",
            budget.SlowestUplink(photo.Bytes, roundTrip) is { } slowest ? Numbers.Text(slowest, "0.0") : "none",
        ];
    }

    static string Digits(double seconds) => Numbers.Text(seconds, "0.00");
}
