namespace Derma.Papers.Tests;

/// <summary>Loads written by hand.</summary>
static class Loads
{
    public static Reply Accepted { get; } = new(200, ServerTiming.None);

    public static Conditions Conditions { get; } = new("some network at 224 px", "some photo", "one machine", new HardwareInfo(2, "Some Processor", 4, "some system", 2));

    /// <summary>One request for each pair of milliseconds and status.</summary>
    public static LoadRun Of(params (double Milliseconds, int Status)[] requests) => new(
        "by hand", "one at a time", 3, [.. requests.Select((request, i) => new TimedRequest(i, i, i + request.Milliseconds / 1000, new Reply(request.Status, ServerTiming.None)))]);
}
