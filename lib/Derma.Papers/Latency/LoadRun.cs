using System.Globalization;

namespace Derma.Papers;

/// <summary>What came back for one request.</summary>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Timings">Milliseconds by name, as the service's <c>Server-Timing</c> header gives them; empty where it has none.</param>
/// <param name="Failure">Why no answer came; null where one did.</param>
public sealed record Reply(int Status, IReadOnlyDictionary<string, double> Timings, string? Failure = null)
{
    /// <summary>Whether the service did what it was asked.</summary>
    public bool Accepted => Status is >= 200 and < 300;

    /// <summary>A request that got no answer.</summary>
    public static Reply Failed(string why) => new(0, ServerTiming.None, why);
}

/// <summary>The <c>Server-Timing</c> header: what a service says it spent its time on.</summary>
public static class ServerTiming
{
    /// <summary>Nothing said.</summary>
    public static IReadOnlyDictionary<string, double> None { get; } = new Dictionary<string, double>();

    /// <summary>Reads entries such as <c>decode;dur=2.1, model;dur=63</c>; entries without a duration are left out.</summary>
    /// <param name="header">The header's text, or null.</param>
    /// <returns>Milliseconds by name.</returns>
    public static IReadOnlyDictionary<string, double> Parse(string? header)
    {
        var timings = new Dictionary<string, double>();
        foreach (var entry in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(';', StringSplitOptions.TrimEntries);
            var duration = parts.Skip(1).FirstOrDefault(part => part.StartsWith("dur=", StringComparison.Ordinal))?[4..];
            if (double.TryParse(duration, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds))
                timings[parts[0]] = milliseconds;
        }
        return timings;
    }
}

/// <summary>One request of a load, in seconds from the beginning of the loop.</summary>
/// <param name="Scheduled">When it should have started. In a closed loop, when it did.</param>
/// <param name="Started">When it did start.</param>
/// <param name="Finished">When the whole answer was there, or the request had failed.</param>
/// <param name="Reply">What came back.</param>
public sealed record TimedRequest(double Scheduled, double Started, double Finished, Reply Reply)
{
    /// <summary>
    /// From the scheduled time to the answer. A request that could not start in time because others were slow has waited all the same
    /// (Tene's "coordinated omission").
    /// </summary>
    public double Milliseconds => 1000 * (Finished - Scheduled);
}

/// <summary>Requests that were measured together.</summary>
/// <param name="Name">What was asked, for a figure's legend.</param>
/// <param name="Pattern">How it was asked, such as "one at a time".</param>
/// <param name="WarmUp">Requests before, which do not count.</param>
/// <param name="Requests">In the order of their starts.</param>
public sealed record LoadRun(string Name, string Pattern, int WarmUp, IReadOnlyList<TimedRequest> Requests)
{
    /// <summary>The pattern of one sender that waits for each answer.</summary>
    public const string OneAtATime = "one at a time";

    /// <summary>From the first start to the last answer.</summary>
    public double Seconds =>
        Requests.Count == 0 ? 0 : Requests.Max(request => request.Finished) - Requests.Min(request => request.Scheduled);

    /// <summary>Accepted requests a second.</summary>
    public double PerSecond => Requests.Count(request => request.Reply.Accepted) / Math.Max(Seconds, 1e-9);

    /// <summary>How late the latest request was sent, in milliseconds: the generator's own fault.</summary>
    public double WorstDelay => Requests.Count == 0 ? 0 : Requests.Max(request => 1000 * (request.Started - request.Scheduled));

    /// <summary>Latencies of the accepted requests in milliseconds, in the order of their starts.</summary>
    public IReadOnlyList<double> Milliseconds =>
        [.. Requests.Where(request => request.Reply.Accepted).Select(request => request.Milliseconds)];

    /// <summary>What one request spent on a stage by the service's own clock, in milliseconds; zero where it does not say.</summary>
    public IReadOnlyList<double> Stage(string name) =>
        [.. Requests.Where(request => request.Reply.Accepted).Select(request => request.Reply.Timings.GetValueOrDefault(name))];
}
