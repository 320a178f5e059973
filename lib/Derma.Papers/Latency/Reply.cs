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
