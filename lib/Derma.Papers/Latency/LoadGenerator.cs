using System.Diagnostics;

namespace Derma.Papers;

/// <summary>Sends requests and keeps when each should have started, did start and was answered.</summary>
public static class LoadGenerator
{
    /// <summary>
    /// An open loop: every request starts at its time, whatever the earlier ones do, as people's do. Its latency counts from that time, so
    /// a service that stalls cannot hide it by slowing the generator down.
    /// </summary>
    /// <param name="name">What is asked.</param>
    /// <param name="ask">Sends one request; may throw what an HTTP client throws.</param>
    /// <param name="options">Rate, duration, bounds.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public static async Task<LoadRun> OpenLoopAsync(
        string name, Func<CancellationToken, Task<Reply>> ask, LoadOptions options, CancellationToken cancellation = default)
    {
        var starts = Arrivals.Of(options);
        var requests = new List<Task<TimedRequest>>(starts.Count);
        var clock = Stopwatch.StartNew();
        foreach (var start in starts)
        {
            await Wait.UntilAsync(start, clock, cancellation);
            requests.Add(Task.Run(() => AskAsync(ask, start.TotalSeconds, clock, options.Timeout, cancellation), cancellation));
        }
        return new LoadRun(name, Words(options), 0, await Task.WhenAll(requests));
    }

    /// <summary>
    /// A closed loop: each of a few senders waits for its answer before it asks again. One sender measures an idle service.
    /// </summary>
    /// <param name="name">What is asked.</param>
    /// <param name="ask">Sends one request; may throw what an HTTP client throws.</param>
    /// <param name="requests">How many count.</param>
    /// <param name="warmUp">How many come before and do not.</param>
    /// <param name="senders">Requests under way at once.</param>
    /// <param name="pause">Least time from one start of a sender to its next; none where null.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LoadRun> ClosedLoopAsync(
        string name, Func<CancellationToken, Task<Reply>> ask, int requests, int warmUp, int senders = 1, TimeSpan? pause = null,
        CancellationToken cancellation = default)
    {
        for (var i = 0; i < warmUp; i++) await AskAsync(ask, null, Stopwatch.StartNew(), DefaultTimeout, cancellation);
        var (clock, left) = (Stopwatch.StartNew(), requests);
        var done = await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(SendAsync, cancellation)));
        var pattern = senders == 1 ? LoadRun.OneAtATime : $"{senders} at a time";
        return new LoadRun(name, pattern, warmUp, [.. done.SelectMany(list => list).OrderBy(request => request.Started)]);

        async Task<List<TimedRequest>> SendAsync()
        {
            var mine = new List<TimedRequest>();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (mine.Count > 0 && pause is { } least)
                    await Wait.UntilAsync(TimeSpan.FromSeconds(mine[^1].Started) + least, clock, cancellation);
                mine.Add(await AskAsync(ask, null, clock, DefaultTimeout, cancellation));
            }
            return mine;
        }
    }

    static TimeSpan DefaultTimeout => TimeSpan.FromSeconds(30);

    static async Task<TimedRequest> AskAsync(
        Func<CancellationToken, Task<Reply>> ask, double? scheduled, Stopwatch clock, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        var started = clock.Elapsed.TotalSeconds;
        var reply = await ReplyAsync(ask, timeout, limit.Token, cancellation);
        return new TimedRequest(scheduled ?? started, started, clock.Elapsed.TotalSeconds, reply);
    }

    static async Task<Reply> ReplyAsync(
        Func<CancellationToken, Task<Reply>> ask, TimeSpan timeout, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            return await ask(limit);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Reply.Failed(FormattableString.Invariant($"no answer within {timeout.TotalSeconds:0.#} s"));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Reply.Failed(failure.Message);
        }
    }

    static string Words(LoadOptions options) => (options.Arrivals == ArrivalPattern.Poisson ? "Poisson" : "even")
        + FormattableString.Invariant($" arrivals, {options.PerSecond:0.#} a second for {options.Duration.TotalSeconds:0.#} s");
}

/// <summary>Waiting for a time on a clock.</summary>
static class Wait
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1); // timers round down to whole milliseconds, and 0 would spin

    /// <summary>Returns at that time or up to a millisecond or two after it; at once where it has passed.</summary>
    public static async Task UntilAsync(TimeSpan time, Stopwatch clock, CancellationToken cancellation)
    {
        while (time - clock.Elapsed is var left && left > TimeSpan.Zero)
            await Task.Delay(left < Shortest ? Shortest : left, cancellation);
    }
}
