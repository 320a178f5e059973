using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>What resampling makes of a figure.</summary>
public static class BootstrapChart
{
    const int Bars = 60;
    const int Decimals = 9;

    /// <summary>How often each value came out: inside the interval in colour, outside grey, with the measured value and, where asked, zero as lines.</summary>
    /// <param name="estimate">The resampled figure.</param>
    /// <param name="title">Title of the figure.</param>
    /// <param name="figure">What was resampled, for the axis.</param>
    /// <param name="isDifference">Whether zero means something.</param>
    public static GenericChart Of(BootstrapEstimate estimate, string title, string figure = "difference of the accuracies", bool isDifference = true)
    {
        var bars = Binned(estimate.Resampled);
        var top = bars.Max(bar => bar.Share);
        var (low, high) = (Markup.Percent(estimate.Interval.Low), Markup.Percent(estimate.Interval.High));
        var inside = bars.ToLookup(bar => estimate.Interval.Contains(bar.Centre));
        IEnumerable<GenericChart> layers =
        [
            Columns($"interval {low} to {high}", [.. inside[true]], Palette.Train),
            Columns("outside", [.. inside[false]], Palette.Faint),
            Upright($"measured {Markup.Percent(estimate.Value)}", estimate.Value, top, Palette.Validation, StyleParam.DrawingStyle.Solid),
            .. isDifference ? [Upright("no difference", 0, top, Palette.Ink, StyleParam.DrawingStyle.Dot)] : Array.Empty<GenericChart>(),
        ];
        return Figure.Of(title, 380, layers, Figure.Axis(figure, ".1%"), Figure.Axis("share of the resamples", ".0%"), layout =>
        {
            layout.barmode = "overlay";
            layout.bargap = 0.08;
            layout.hovermode = "closest";
        });
    }

    // Accuracies move in steps of one photo: while these are few each has its bar, else bins that ignore them would make a comb.
    static (double Centre, double Share)[] Binned(IReadOnlyList<double> values)
    {
        double count = values.Count, low = values[0], width = (values[^1] - low) / Bars;
        var steps = values.GroupBy(value => Math.Round(value, Decimals)).ToArray();
        return steps.Length <= Bars
            ? [.. steps.Select(step => (step.Key, step.Count() / count))]
            : [.. values.GroupBy(Bin).Select(bin => (low + (bin.Key + 0.5) * width, bin.Count() / count))];

        int Bin(double value) => Math.Min((int)((value - low) / width), Bars - 1);
    }

    static GenericChart Columns(string name, (double Centre, double Share)[] bars, string color) =>
        Chart.Column<double, double, string>(
            bars.Select(bar => bar.Share).ToArray(), Keys: new(bars.Select(bar => bar.Centre).ToArray(), true), Name: name,
            MarkerColor: Color.fromString(color), UseDefaults: false)
        .Each(trace => trace.hovertemplate = "%{x:.2%}: %{y:.1%} of the resamples<extra></extra>");

    static GenericChart Upright(string name, double x, double top, string color, StyleParam.DrawingStyle dash) =>
        Chart.Line<double, double, string>(
            [x, x], [0, top * 1.05], Name: name, LineColor: Color.fromString(color), LineWidth: 2, LineDash: dash, UseDefaults: false)
        .Each(trace => trace.hoverinfo = "skip");
}
