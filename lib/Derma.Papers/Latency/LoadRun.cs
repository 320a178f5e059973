namespace Derma.Papers;

/// <summary>Requests that were measured together.</summary>
/// <param name="Name">What was asked, for a figure's legend.</param>
/// <param name="Pattern">How it was asked, such as "one at a time".</param>
/// <param name="WarmUp">Requests before, which do not count.</param>
/// <param name="Requests">In the order of their starts.</param>
public sealed record LoadRun(string Name, string Pattern, int WarmUp, IReadOnlyList<TimedRequest> Requests)
{
    /// <summary>From the first start to the last answer.</summary>
    public double Seconds => Requests.Count == 0 ? 0 : Requests.Max(request => request.Finished) - Requests.Min(request => request.Scheduled);

    /// <summary>Accepted requests a second.</summary>
    public double PerSecond => Requests.Count(request => request.Reply.Accepted) / Math.Max(Seconds, 1e-9);

    /// <summary>How late the latest request was sent, in milliseconds: the generator's own fault.</summary>
    public double WorstDelay => Requests.Count == 0 ? 0 : Requests.Max(request => 1000 * (request.Started - request.Scheduled));

    /// <summary>Latencies of the accepted requests in milliseconds, in the order of their starts.</summary>
    public IReadOnlyList<double> Milliseconds => [.. Requests.Where(request => request.Reply.Accepted).Select(request => request.Milliseconds)];

    /// <summary>What one request spent on a stage by the service's own clock, in milliseconds; zero where it does not say.</summary>
    public IReadOnlyList<double> Stage(string name) =>
        [.. Requests.Where(request => request.Reply.Accepted).Select(request => request.Reply.Timings.GetValueOrDefault(name))];
}
