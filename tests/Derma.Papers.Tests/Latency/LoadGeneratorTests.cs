namespace Derma.Papers.Tests;

public class LoadGeneratorTests
{
    static readonly LoadOptions FiveAtOnce = new()
    {
        PerSecond = 1_000, Duration = TimeSpan.FromSeconds(1), Arrivals = ArrivalPattern.Constant, MostRequests = 5, Timeout = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public async Task An_open_loop_goes_on_while_no_answer_comes()
    {
        var (asked, allAsked) = (0, new TaskCompletionSource());
        var run = await LoadGenerator.OpenLoopAsync("stalled", async cancellation =>
        {
            if (Interlocked.Increment(ref asked) == 5) allAsked.SetResult();
            await allAsked.Task.WaitAsync(cancellation); // the first is answered only once the fifth has come
            return Loads.Accepted;
        }, FiveAtOnce);
        Assert.Equal([200, 200, 200, 200, 200], run.Requests.Select(request => request.Reply.Status));
        Assert.Equal([0, 0.001, 0.002, 0.003, 0.004], run.Requests.Select(request => request.Scheduled));
        Assert.All(run.Requests, request => Assert.True(request.Started >= request.Scheduled));
    }

    [Fact]
    public async Task A_closed_loop_has_as_many_under_way_as_senders_and_counts_none_to_warm_up()
    {
        const int warmUp = 2, senders = 3;
        var (asked, underWay, most, gate, together) = (0, 0, 0, new Lock(), new TaskCompletionSource());
        var run = await LoadGenerator.ClosedLoopAsync("three senders", async cancellation =>
        {
            bool counts;
            lock (gate)
            {
                (asked, underWay, most) = (asked + 1, underWay + 1, Math.Max(most, underWay + 1));
                counts = asked > warmUp;
                if (underWay == senders) together.TrySetResult();
            }
            if (counts) await together.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellation); // none is answered before all three are under way
            else await Task.Yield();
            lock (gate) underWay--;
            return Loads.Accepted;
        }, requests: 40, warmUp, senders);
        Assert.Equal((42, 40, 2, 3), (asked, run.Requests.Count, run.WarmUp, most));
        Assert.All(run.Requests, request => Assert.True(request.Reply.Accepted));
    }

    [Fact]
    public async Task A_request_without_an_answer_is_kept_with_its_reason()
    {
        var refused = await LoadGenerator.OpenLoopAsync("refused", _ => throw new HttpRequestException("connection refused"), FiveAtOnce with { MostRequests = 1 });
        Assert.Equal((0, "connection refused"), (refused.Requests[0].Reply.Status, refused.Requests[0].Reply.Failure));
        var silent = await LoadGenerator.OpenLoopAsync("silent", async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return Loads.Accepted;
        }, FiveAtOnce with { MostRequests = 1, Timeout = TimeSpan.FromMilliseconds(50) });
        Assert.Equal("no answer within 0.1 s", silent.Requests[0].Reply.Failure);
    }

    [Fact]
    public async Task A_loop_that_is_given_up_ends_with_an_exception()
    {
        using var stop = new CancellationTokenSource();
        var loop = LoadGenerator.ClosedLoopAsync("stopped", async cancellation =>
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return Loads.Accepted;
        }, requests: 3, warmUp: 0, cancellation: stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
    }
}
