using System.Diagnostics;

namespace Derma.Papers;

/// <summary>
/// The same photo answered by the bare model and through HTTP, in turn, so that other load on the machine affects both equally.
/// </summary>
/// <param name="Conditions">Under which.</param>
/// <param name="Bare">From the file's bytes to the answer, without a service.</param>
/// <param name="Http">From the request to the whole answer.</param>
public sealed record LatencyStudy(Conditions Conditions, LoadRun Bare, LoadRun Http)
{
    /// <summary>Where the service answered.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// What the service adds to decoding and model by its own clock, in milliseconds, ascending: HTTP, the form, the queue, JSON.
    /// </summary>
    public IReadOnlyList<double> Overhead =>
        [.. Http.Milliseconds.Select((whole, i) => whole - Http.Stage("decode")[i] - Http.Stage("model")[i]).Order()];

    /// <summary>Measures.</summary>
    /// <param name="name">What is asked.</param>
    /// <param name="conditions">Under which conditions.</param>
    /// <param name="bare">Answers the photo without a service.</param>
    /// <param name="http">Answers it through one.</param>
    /// <param name="requests">Of each, counted.</param>
    /// <param name="warmUp">Of each, before.</param>
    public static async Task<LatencyStudy> RunAsync(
        string name, Conditions conditions, Action bare, Func<CancellationToken, Task<Reply>> http, int requests, int warmUp)
    {
        var (calls, asked, clock) = (new List<TimedRequest>(), new List<TimedRequest>(), Stopwatch.StartNew());
        for (var i = -warmUp; i < requests; i++)
        {
            var call = await TimedAsync(clock, () => Called(bare));
            var request = await TimedAsync(clock, () => http(CancellationToken.None));
            if (i < 0) continue;
            calls.Add(call);
            asked.Add(request);
        }
        return new LatencyStudy(
            conditions, new LoadRun($"{name}, bare", LoadRun.OneAtATime, warmUp, calls),
            new LoadRun($"{name}, HTTP", LoadRun.OneAtATime, warmUp, asked));
    }

    static Task<Reply> Called(Action bare)
    {
        bare();
        return Task.FromResult(new Reply(200, ServerTiming.None));
    }

    static async Task<TimedRequest> TimedAsync(Stopwatch clock, Func<Task<Reply>> ask)
    {
        var start = clock.Elapsed.TotalSeconds;
        var reply = await ask();
        return new TimedRequest(start, start, clock.Elapsed.TotalSeconds, reply);
    }
}
