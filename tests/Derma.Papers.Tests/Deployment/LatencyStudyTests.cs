namespace Derma.Papers.Tests;

public class LatencyStudyTests
{
    [Fact]
    public async Task Bare_calls_and_requests_take_turns_and_those_to_warm_up_do_not_count()
    {
        var calls = new List<char>();
        var study = await LatencyStudy.RunAsync("model", Loads.Conditions, () => calls.Add('b'), _ =>
        {
            calls.Add('h');
            return Task.FromResult(Loads.Accepted);
        }, requests: 3, warmUp: 2);
        Assert.Equal("bhbhbhbhbh", string.Concat(calls));
        Assert.Equal((3, 3, 2), (study.Bare.Requests.Count, study.Http.Requests.Count, study.Http.WarmUp));
    }

    [Fact]
    public void What_the_service_adds_is_the_whole_less_decoding_and_model_request_by_request()
    {
        static TimedRequest Request(double start, double milliseconds, double decode, double model) => new(
            start, start, start + milliseconds / 1000, new Reply(200, new Dictionary<string, double> { ["decode"] = decode, ["model"] = model }));
        var http = new LoadRun("HTTP", "one at a time", 0, [Request(0, 70, 3, 60), Request(1, 100, 4, 92), Request(2, 65, 2, 60)]);
        Assert.Equal([3, 4, 7], new LatencyStudy(Loads.Conditions, http, http).Overhead.Select(added => Math.Round(added, 6)));
    }

    [Fact]
    public void Each_scale_sends_enough_requests_for_the_intervals_that_it_promises()
    {
        static LatencySummary Of(int requests) => new(Loads.Of([.. Enumerable.Range(1, requests).Select(milliseconds => ((double)milliseconds, 200))]));
        Assert.All(new[] { LatencyEffort.Quick.Requests, LatencyEffort.Long.Requests }, requests => Assert.NotNull(Of(requests).Interval(95).High));
        Assert.NotNull(Of(LatencyEffort.Long.Requests).Interval(99).High);
        Assert.NotNull(Of(LatencyEffort.Long.RemoteRequests).Interval(99).High);
        Assert.Null(Of(LatencyEffort.Smoke.Requests).Interval(95).High);
    }
}
