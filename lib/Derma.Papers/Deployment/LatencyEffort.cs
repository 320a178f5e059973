namespace Derma.Papers;

/// <summary>How many requests the latency notebooks send.</summary>
/// <param name="Requests">To an idle service on this machine, one at a time.</param>
/// <param name="WarmUp">Before those, not counted.</param>
/// <param name="LineRequests">Through the emulated line, for a new and for a kept connection each.</param>
/// <param name="LoadSeconds">Length of each open loop.</param>
/// <param name="RemoteRequests">To a remote service, one at a time, two a second at most.</param>
public sealed record LatencyEffort(int Requests, int WarmUp, int LineRequests, double LoadSeconds, int RemoteRequests)
{
    /// <summary>A check that every cell runs.</summary>
    public static LatencyEffort Smoke { get; } = new(12, 2, 5, 1, 5);

    /// <summary>Enough for a median and a 95th percentile.</summary>
    public static LatencyEffort Quick { get; } = new(80, 8, 30, 4, 60);

    /// <summary>Enough for an interval of the 99th percentile.</summary>
    public static LatencyEffort Long { get; } = new(400, 20, 400, 20, 400);
}
