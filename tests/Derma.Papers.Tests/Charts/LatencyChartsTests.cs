namespace Derma.Papers.Tests;

public class LatencyChartsTests
{
    static readonly LoadRun Hundred = Loads.Of([.. Enumerable.Range(1, 100).Select(i => ((double)i, 200))]);

    [Fact]
    public void The_bars_of_a_histogram_hold_every_accepted_request()
    {
        var bars = LatencyCharts.Histogram("How long", Loads.Conditions, Hundred).Trace("by hand");
        Assert.Equal(1, bars.Numbers("y").Sum()!.Value, 1e-9);
        Assert.All(bars.Numbers("x"), middle => Assert.InRange(middle!.Value, 0, 102));
    }

    [Theory]
    [InlineData("p50 50.0 ms", 50)]
    [InlineData("p95 95.0 ms", 95)]
    [InlineData("p99 99.0 ms", 99)]
    public void Three_lines_stand_at_the_percentiles(string name, double at) =>
        Assert.Equal([at, at], LatencyCharts.Histogram("How long", Loads.Conditions, Hundred).Trace(name).Numbers("x").Select(x => Math.Round(x!.Value, 6)));

    [Fact]
    public void The_percentile_curve_is_ordered_and_a_tick_to_the_right_is_rarer()
    {
        var chart = LatencyCharts.Percentiles("How long", Loads.Conditions, Hundred);
        var (x, y) = (chart.Traces()[0].Numbers("x"), chart.Traces()[0].Numbers("y"));
        Assert.Equal(y.Order(), y);
        Assert.Equal(1, x[90]!.Value, 1e-9); // the slowest tenth begins at one power of ten
        Assert.Equal(91, y[90]!.Value, 1e-6);
    }

    [Fact]
    public void Every_figure_names_number_warm_up_load_photo_network_and_hardware()
    {
        foreach (var chart in new[] { LatencyCharts.Histogram("", Loads.Conditions, Hundred), LatencyCharts.Percentiles("", Loads.Conditions, Hundred) })
        {
            var text = (string)chart.Layout()["annotations"]![0]!["text"]!;
            Assert.All(["n = 100", "3 to warm up", "one at a time", "some photo", "224 px", "2 threads", "Some Processor"], named => Assert.Contains(named, text));
        }
    }
}
