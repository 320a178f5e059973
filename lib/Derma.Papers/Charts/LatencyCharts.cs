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
        var series = runs.Select((run, i) => (Summary: new LatencySummary(run), Bars: Binned(run.Milliseconds, width), Colour: Palette.Series(i))).ToArray();
        var top = series.Max(one => one.Bars.Max(bar => bar.Share)) * 1.05;
        var layers = series.SelectMany(one => (IEnumerable<GenericChart>)[Columns(one.Summary.Run.Name, one.Bars, width, one.Colour), .. Marks.Select(mark => Upright(one.Summary, mark, top, one.Colour))]);
        return Figure.Of(title, 420 + ConditionsHeight(runs), layers, Figure.Axis("milliseconds"), Figure.Axis("share of the requests", ".0%"), layout =>
        {
            layout.barmode = "overlay";
            layout.hovermode = "closest";
            layout.legend = new { x = 1, xanchor = "right", y = 1, yanchor = "top", bgcolor = Palette.Clear }; // too many entries for one line; times thin out to the right
            AddConditions(layout, conditions, runs);
        });
    }

    /// <summary>Every percentile of every load; each step to the right is ten times rarer.</summary>
    /// <param name="title">Title of the figure.</param>
    /// <param name="conditions">What holds for all loads.</param>
    /// <param name="runs">Loads with at least one accepted request.</param>
    public static GenericChart Percentiles(string title, Conditions conditions, params IReadOnlyList<LoadRun> runs)
    {
        var layers = runs.Select((run, i) => Curve(run.Name, [.. run.Milliseconds.Order()], Palette.Series(i)));
        return Figure.Of(title, 420 + ConditionsHeight(runs), layers, PercentAxis(), Figure.Axis("milliseconds"), layout =>
        {
            layout.hovermode = "closest";
            AddConditions(layout, conditions, runs);
        });
    }

    /// <summary>Where the time goes: one bar a load, the mean of each stage stacked.</summary>
    /// <param name="title">Title of the figure.</param>
    /// <param name="conditions">What holds for all loads.</param>
    /// <param name="runs">Loads with at least one accepted request, whose replies carry timings.</param>
    public static GenericChart Stages(string title, Conditions conditions, params IReadOnlyList<LoadRun> runs)
    {
        var stages = runs.Select(run => Papers.Stages.Of(run).All).ToArray();
        var layers = stages[0].Select((stage, s) => Chart.Bar<double, string, string>(
            stages.Select(all => all[s].Milliseconds).ToArray(), Keys: new(runs.Select(run => Figure.Text(run.Name)).ToArray(), true),
            Name: stage.Name, MarkerColor: Color.fromString(Palette.Series(s)), UseDefaults: false)
            .Each(trace => trace.hovertemplate = $"{stage.Name} %{{x:.1f}} ms<extra></extra>"));
        return Figure.Of(title, 240 + 40 * runs.Count + ConditionsHeight(runs), layers, Figure.Axis("milliseconds, mean"), new { automargin = true, showgrid = false }, layout =>
        {
            layout.barmode = "relative"; // clocks of two programs may make the difference of two means negative
            AddConditions(layout, conditions, runs);
        });
    }

    static (double Centre, double Share)[] Binned(IReadOnlyList<double> values, double width) =>
        [.. values.GroupBy(value => Math.Floor(value / width)).Select(bin => ((bin.Key + 0.5) * width, bin.Count() / (double)values.Count))];

    static GenericChart Columns(string name, (double Centre, double Share)[] bars, double width, string color) =>
        Chart.Column<double, double, string>(
            bars.Select(bar => bar.Share).ToArray(), Keys: new(bars.Select(bar => bar.Centre).ToArray(), true), Name: Figure.Text(name),
            MarkerColor: Color.fromString(Palette.Fade(color, 0.55)), UseDefaults: false)
        .Each(trace =>
        {
            trace.width = width;
            trace.hovertemplate = "%{x:.1f} ms: %{y:.1%}<extra></extra>";
        });

    static GenericChart Upright(LatencySummary summary, (double Percent, StyleParam.DrawingStyle Dash) mark, double top, string color)
    {
        var at = summary.At(mark.Percent);
        return Chart.Line<double, double, string>(
            [at, at], [0, top], Name: $"p{mark.Percent} {LatencyTables.Digits(at)} ms", LineColor: Color.fromString(color), LineWidth: 2, LineDash: mark.Dash, UseDefaults: false)
            .Each(trace => trace.hoverinfo = "skip");
    }

    static GenericChart Curve(string name, double[] ascending, string color) =>
        Chart.Line<double, double, string>(
            ascending.Select((_, i) => Tail(100.0 * i / ascending.Length)).ToArray(), ascending, Name: Figure.Text(name),
            LineColor: Color.fromString(color), LineWidth: 2, UseDefaults: false)
        .Each(trace =>
        {
            trace.customdata = ascending.Select((_, i) => 100.0 * (i + 1) / ascending.Length).ToArray();
            trace.hovertemplate = "p%{customdata:.1f}: %{y:.1f} ms<extra></extra>";
        });

    // How many powers of ten rarer than every request.
    static double Tail(double percent) => -Math.Log10(1 - percent / 100);

    static object PercentAxis() => new
    {
        title = new { text = "percentile", standoff = 8 },
        tickmode = "array",
        tickvals = Ticks.Select(Tail).ToArray(),
        ticktext = Ticks.Select(tick => FormattableString.Invariant($"p{tick}")).ToArray(),
        gridcolor = Palette.Grid,
        zeroline = false,
        automargin = true,
    };

    static void AddConditions(dynamic layout, Conditions conditions, IReadOnlyList<LoadRun> runs)
    {
        IEnumerable<string> lines = [.. runs.Select(run => Conditions.Of([run])), $"{conditions.Network}; {conditions.Photo}; {conditions.Way}", conditions.Hardware.Text];
        layout.margin = new { l = 64, r = 24, t = 76, b = 56 + ConditionsHeight(runs) };
        layout.annotations = new[]
        {
            new
            {
                text = string.Join("<br>", lines.Select(Figure.Text)),
                xref = "paper", yref = "paper", x = 0, y = 0, yshift = -(36 + ConditionsHeight(runs)), xanchor = "left", yanchor = "bottom", align = "left", showarrow = false,
                font = new { size = 11 },
            },
        };
    }

    // A line for each load, one for the network, one for the machine, one of space.
    static int ConditionsHeight(IReadOnlyList<LoadRun> runs) => LineHeight * (runs.Count + 3);
}
