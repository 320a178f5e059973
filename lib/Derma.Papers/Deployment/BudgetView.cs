using System.Globalization;

namespace Derma.Papers;

/// <summary>What the paper's bound for the cloud leaves for the network, photo by photo.</summary>
public static class BudgetView
{
    /// <summary>The bound of Table 2's second row, in seconds.</summary>
    public const double PaperBound = 1.5;

    static readonly (string Name, double Bytes)[] Photos = [("a phone's photo, made smaller", 0.3e6), ("a phone's photo", 3e6), ("a phone's photo, little compressed", 8e6)];

    /// <summary>A row a photo: its time on the line, the first request's, and the worst line that still meets the bound.</summary>
    /// <param name="serviceSeconds">What the service itself takes.</param>
    /// <param name="line">The line.</param>
    /// <param name="measured">The photo that was measured.</param>
    public static HtmlView Of(double serviceSeconds, UplinkOptions line, DrawnPhoto measured)
    {
        var (budget, roundTrip) = (new NetworkBudget(PaperBound, serviceSeconds), line.RoundTrip.TotalSeconds);
        return Tables.Of(
            ["Photo", "Kilobytes", "Time on the line, s", "First request in all, s", "Within 1.5 s", "Longest round trip, ms", "Slowest uplink, Mbit/s"],
            Photos.Prepend(($"this one, {measured.Width} × {measured.Height}", measured.Jpeg.Length)).Select(photo => Row(photo, budget, line, roundTrip)),
            string.Create(CultureInfo.InvariantCulture,
                $"{PaperBound} s less {serviceSeconds:0.000} s of the service leave {budget.NetworkSeconds:0.000} s for the network. Calculated: {line.Text}; a new connection (three round trips) and TCP's slow start"));
    }

    /// <summary>What calculation and relay say of the same request.</summary>
    /// <param name="serviceSeconds">What the service itself takes.</param>
    /// <param name="line">The line.</param>
    /// <param name="photo">The upload.</param>
    /// <param name="first">Measured through the relay, a new connection each.</param>
    /// <param name="kept">The same with a kept connection.</param>
    public static HtmlView Compare(double serviceSeconds, UplinkOptions line, DrawnPhoto photo, LoadRun first, LoadRun kept)
    {
        double Calculated(bool newConnection) => serviceSeconds + NetworkBudget.NetworkSecondsOf(
            photo.Jpeg.Length, line.RoundTrip.TotalSeconds, line.UpMegabits, newConnection, slowStart: false);
        return Tables.Of(
            ["Seconds", "calculated", "through the relay, p50"],
            [[first.Name, Digits(Calculated(true)), Digits(Median(first))], [kept.Name, Digits(Calculated(false)), Digits(Median(kept))]],
            $"{line.Text}; without slow start, which the relay leaves out, too");
    }

    /// <summary>Median of a load in seconds.</summary>
    public static double Median(LoadRun run) => new LatencySummary(run).P50 / 1000;

    static IReadOnlyList<object?> Row((string Name, double Bytes) photo, NetworkBudget budget, UplinkOptions line, double roundTrip)
    {
        var network = NetworkBudget.NetworkSecondsOf(photo.Bytes, roundTrip, line.UpMegabits);
        return
        [
            photo.Name, (photo.Bytes / 1e3).ToString("0", CultureInfo.InvariantCulture),
            Digits(NetworkBudget.TransferSeconds(photo.Bytes, roundTrip, line.UpMegabits)), Digits(network + budget.ServiceSeconds), network <= budget.NetworkSeconds,
            budget.LongestRoundTrip(photo.Bytes, line.UpMegabits) is { } longest ? (1000 * longest).ToString("0", CultureInfo.InvariantCulture) : "none",
            budget.SlowestUplink(photo.Bytes, roundTrip) is { } slowest ? slowest.ToString("0.0", CultureInfo.InvariantCulture) : "none",
        ];
    }

    static string Digits(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
