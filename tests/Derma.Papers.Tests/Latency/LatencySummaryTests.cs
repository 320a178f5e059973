namespace Derma.Papers.Tests;

public class LatencySummaryTests
{
    [Fact]
    public void Latency_counts_from_the_scheduled_time() =>
        Assert.Equal(1_000, new TimedRequest(Scheduled: 1, Started: 1.9, Finished: 2, Loads.Accepted).Milliseconds, 9);

    [Fact]
    public void Figures_are_those_of_accepted_requests_and_the_rest_is_counted_by_status()
    {
        var summary = new LatencySummary(Loads.Of((10, 200), (20, 200), (5_000, 429), (30, 200), (40, 201), (1, 0)));
        Assert.Equal(4, summary.Count);
        double[] figures = [summary.P50, summary.P95, summary.Max, summary.Mean];
        Assert.Equal([20, 40, 40, 25], figures.Select(figure => Math.Round(figure, 6)));
        Assert.Equal(new Dictionary<int, int> { [0] = 1, [200] = 3, [201] = 1, [429] = 1 }, summary.Statuses);
    }

    [Fact]
    public void Where_nothing_was_accepted_there_is_no_figure() => Assert.Equal(double.NaN, new LatencySummary(Loads.Of((10, 500))).P99);

    [Fact]
    public void A_summary_of_few_requests_says_that_they_are_too_few() =>
        Assert.Contains("n too small", LatencyTables.Of(Loads.Conditions, Loads.Of((10, 200), (20, 200))).Html);

    [Theory]
    [InlineData("decode;dur=2.1, model;dur=63;desc=\"three networks\"", 2.1, 63)]
    [InlineData("model;desc=x;dur=63,decode;dur=2.1,cache", 2.1, 63)]
    public void The_services_own_timings_are_read(string header, double decode, double model)
    {
        var timings = ServerTiming.Parse(header);
        Assert.Equal((decode, model, 2), (timings["decode"], timings["model"], timings.Count));
    }

    [Fact]
    public void A_missing_header_is_no_timing() => Assert.Empty(ServerTiming.Parse(null));

    [Fact]
    public void The_hardware_is_named_without_the_machine()
    {
        Assert.Equal("Some Processor @ 2.0GHz", HardwareInfo.ProcessorOf(["vendor_id\t: X", "model name\t: Some Processor @ 2.0GHz", "model name\t: second"]));
        Assert.DoesNotContain(Environment.MachineName, HardwareInfo.Here(threads: 2).Text);
    }
}
