using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>How long answers took. Every figure names its conditions below the axis.</summary>
public static class LatencyCharts
{
    const int Bars = 40, LineHeight = 16;

    static readonly (double Percent, StyleParam.DrawingStyle Dash)[] Marks =
        [(50, StyleParam.DrawingStyle.Solid), (95, StyleParam.DrawingStyle.Dash), (99, StyleParam.DrawingStyle.Dot)];

    static readonly double[] Ticks = [50, 75, 90, 95, 99, 99.9];

    /// <summary>How often each time came, with p50, p95 and p99 as lines.</summary>
    /// <param name="title">Title of the figure.</param>
    /// <param name="conditions">What holds for all loads.</param>
    /// <param name="runs">Loads with at least one accepted request.</param>
    public static GenericChart Histogram(string title, Conditions conditions, params IReadOnlyList<LoadRun> runs)
    {
        var width = Math.Max(runs.Max(run => run.Milliseconds.Max()) - runs.Min(run => run.Milliseconds.Min()), 1e-3) / Bars;
        var series = runs.Select((run, i) =>
            (Summary: new LatencySummary(run), Bars: Binned(run.Milliseconds, width), Colour: Palette.Series(i))).ToArray();
        var top = series.Max(one => one.Bars.Max(bar => bar.Share)) * 1.05;
        var layers = series.SelectMany(one => (IEnumerable<GenericChart>)
            [Columns(one.Summary.Run.Name, one.Bars, width, one.Colour), .. Marks
                .Select(mark => Upright(one.Summary, mark, top, one.Colour))]);
        // The legend has too many entries for one line; times thin out to the right.
        return Figure.Of(
            title, 420 + ConditionsHeight(runs), layers, Figure.Axis("milliseconds"), Figure.Axis("share of the requests", ".0%"),
            Options(conditions, runs) with { Bars = StyleParam.BarMode.Overlay, Hover = StyleParam.HoverMode.Closest,
                Legend = Figure.LegendInside() });
    }

    /// <summary>Every percentile of every load; each step to the right is ten times rarer.</summary>
    /// <param name="title">Title of the figure.</param>
    /// <param name="conditions">What holds for all loads.</param>
    /// <param name="runs">Loads with at least one accepted request.</param>
    public static GenericChart Percentiles(string title, Conditions conditions, params IReadOnlyList<LoadRun> runs)
    {
        var layers = runs.Select((run, i) => Curve(run.Name, [.. run.Milliseconds.Order()], Palette.Series(i)));
        var percents = Figure.Marked(
            [.. Ticks.Select(Tail)], [.. Ticks.Select(tick => FormattableString.Invariant($"p{tick}"))], title: "percentile");
        return Figure.Of(
            title, 420 + ConditionsHeight(runs), layers, percents, Figure.Axis("milliseconds"),
            Options(conditions, runs) with { Hover = StyleParam.HoverMode.Closest });
    }

    static (double Centre, double Share)[] Binned(IReadOnlyList<double> values, double width) =>
        [.. values.GroupBy(value => Math.Floor(value / width))
            .Select(bin => ((bin.Key + 0.5) * width, bin.Count() / (double)values.Count))];

    static GenericChart Columns(string name, (double Centre, double Share)[] bars, double width, string color) =>
        Chart.Column<double, double, string>(
            bars.Select(bar => bar.Share).ToArray(), Keys: new(bars.Select(bar => bar.Centre).ToArray(), true), Name: Figure.Text(name),
            MarkerColor: Color.fromString(Palette.Fade(color, 0.55)), Width: width, UseDefaults: false)
        .Styled(new() { Hover = "%{x:.1f} ms: %{y:.1%}<extra></extra>" });

    static GenericChart Upright(LatencySummary summary, (double Percent, StyleParam.DrawingStyle Dash) mark, double top, string color)
    {
        var at = summary.At(mark.Percent);
        return Traces.Upright($"p{mark.Percent} {Numbers.Text(at, "0.0")} ms", at, top, color, mark.Dash);
    }

    static GenericChart Curve(string name, double[] ascending, string color) =>
        Chart.Line<double, double, string>(
            ascending.Select((_, i) => Tail(100.0 * i / ascending.Length)).ToArray(), ascending, Name: Figure.Text(name),
            LineColor: Color.fromString(color), LineWidth: 2, UseDefaults: false)
        .Styled(new()
        {
            Data = ascending.Select((_, i) => 100.0 * (i + 1) / ascending.Length).ToArray(),
            Hover = "p%{customdata:.1f}: %{y:.1f} ms<extra></extra>",
        });

    // How many powers of ten rarer than every request.
    static double Tail(double percent) => -Math.Log10(1 - percent / 100);

    static FigureOptions Options(Conditions conditions, IReadOnlyList<LoadRun> runs)
    {
        IEnumerable<string> lines =
        [
            .. runs.Select(run => Conditions.Of([run])), $"{conditions.Network}; {conditions.Photo}; {conditions.Way}",
            conditions.Hardware.Text,
        ];
        return new()
        {
            Margin = Figure.Margin(bottom: 56 + ConditionsHeight(runs)), Note = Figure.Below(lines, 36 + ConditionsHeight(runs)),
        };
    }

    // A line for each load, one for the network, one for the machine, one of space.
    static int ConditionsHeight(IReadOnlyList<LoadRun> runs) => LineHeight * (runs.Count + 3);
}
