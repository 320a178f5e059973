using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>The traces that curves are made of.</summary>
static class CurveLines
{
    /// <summary>Training and validation lines of one history, with a mark on the best validated epoch.</summary>
    public static IEnumerable<GenericChart> OfHistory(History history, Measure measure)
    {
        yield return Line("train", history, measure.Train, Palette.Train, measure, StyleParam.DrawingStyle.Solid);
        yield return Line("validation", history, measure.Validation, Palette.Validation, measure, StyleParam.DrawingStyle.Solid);
        if (measure.Best(history) is { } best) yield return BestMark(best, measure);
    }

    /// <summary>One line over the epochs that have the value: an epoch that was not validated is no gap, a loss that is no number is.</summary>
    public static GenericChart Line(
        string name, History history, Func<EpochMetrics, double> value, string color, Measure measure, StyleParam.DrawingStyle dash)
    {
        var epochs = history.Epochs.Where(e => e.Validated || !double.IsNaN(value(e))).ToArray();
        return Chart.Line<int, double, string>(
            epochs.Select(e => e.Epoch).ToArray(), epochs.Select(value).ToArray(),
            ShowMarkers: epochs.Length <= 3, Name: Figure.Text(name), LineColor: Color.fromString(color), LineWidth: 2, LineDash: dash, UseDefaults: false)
            .Each(trace => trace.hovertemplate = $"%{{y:{measure.Format}}}");
    }

    /// <summary>The accuracy of guessing, across all epochs.</summary>
    public static GenericChart Chance(double chance, int lastEpoch, Measure measure) =>
        Chart.Line<int, double, string>(
            [1, Math.Max(lastEpoch, 2)], [chance, chance], Name: $"chance {measure.Words(chance)}",
            LineColor: Color.fromString(Palette.Faint), LineWidth: 1.5, LineDash: StyleParam.DrawingStyle.Dot, UseDefaults: false)
        .Each(trace => trace.hoverinfo = "skip");

    /// <summary>The mean of several histories and, behind it, the range between the smallest and largest, epoch by epoch.</summary>
    public static IEnumerable<GenericChart> MeanAndRange(string name, IReadOnlyList<History> seeds, Func<EpochMetrics, double> value, string color, Measure measure)
    {
        var epochs = seeds.SelectMany(h => h.Epochs).Where(e => double.IsFinite(value(e))).GroupBy(e => e.Epoch, value).OrderBy(g => g.Key).ToArray();
        var x = epochs.Select(g => g.Key).ToArray();
        yield return Edge(x, [.. epochs.Select(g => g.Min())], name);
        yield return Band(x, [.. epochs.Select(g => g.Max())], name, color);
        yield return Chart.Line<int, double, string>(
            x, epochs.Select(g => g.Average()).ToArray(), Name: Figure.Text(name), LineColor: Color.fromString(color), LineWidth: 2, UseDefaults: false)
            .Each(trace =>
            {
                trace.legendgroup = name;
                trace.customdata = epochs.Select(g => new[] { g.Min(), g.Max() }).ToArray();
                trace.hovertemplate = $"%{{y:{measure.Format}}} (%{{customdata[0]:{measure.Format}}} to %{{customdata[1]:{measure.Format}}})";
            });
    }

    /// <summary>Validation and, dotted, training line of one training among many; the legend turns both off and on.</summary>
    public static IEnumerable<GenericChart> Pair(string name, History history, string color, Measure measure)
    {
        yield return Line(name, history, measure.Validation, color, measure, StyleParam.DrawingStyle.Solid)
            .Each(trace => Label(trace, name, $"{name}, validation", measure));
        yield return Line(name, history, measure.Train, color, measure, StyleParam.DrawingStyle.Dot).Each(trace =>
        {
            Label(trace, name, $"{name}, train", measure);
            trace.showlegend = false;
            trace.opacity = 0.55;
            trace.line.width = 1.5;
        });
    }

    static GenericChart BestMark(EpochMetrics best, Measure measure) =>
        Chart.Point<int, double, string>(
            [best.Epoch], [measure.Validation(best)], Name: $"best {measure.Words(measure.Validation(best))} at epoch {best.Epoch}",
            MarkerColor: Color.fromString(Palette.Validation), MarkerSymbol: StyleParam.MarkerSymbol.Diamond, UseDefaults: false)
        .Each(trace =>
        {
            trace.marker.size = 11;
            trace.hoverinfo = "skip";
        });

    static void Label(dynamic trace, string group, string name, Measure measure)
    {
        trace.legendgroup = group;
        trace.hovertemplate = $"{Figure.Text(name)}<br>epoch %{{x}}: %{{y:{measure.Format}}}<extra></extra>";
    }

    static GenericChart Edge(int[] x, double[] y, string group) =>
        Chart.Line<int, double, string>(x, y, ShowLegend: false, LineColor: Color.fromString(Palette.Clear), LineWidth: 0, UseDefaults: false)
        .Each(trace => Behind(trace, group));

    static GenericChart Band(int[] x, double[] y, string group, string color) =>
        Chart.Line<int, double, string>(
            x, y, ShowLegend: false, LineColor: Color.fromString(Palette.Clear), LineWidth: 0,
            Fill: StyleParam.Fill.ToNext_y, FillColor: Color.fromString(Palette.Fade(color, 0.2)), UseDefaults: false)
        .Each(trace => Behind(trace, group));

    static void Behind(dynamic trace, string group)
    {
        trace.legendgroup = group;
        trace.hoverinfo = "skip";
    }
}
