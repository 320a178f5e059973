using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>The traces of a training's inside.</summary>
static class SeriesLines
{
    /// <summary>One line a name over the epochs, in the order of the names; the legend turns all lines of a name off and on.</summary>
    public static IEnumerable<GenericChart> Of(IEnumerable<(string Name, int Epoch, double Value)> points, string format) =>
        points.GroupBy(point => point.Name).Select((series, i) => Chart.Line<int, double, string>(
            series.Select(p => p.Epoch).ToArray(), series.Select(p => p.Value).ToArray(), ShowMarkers: series.Count() <= 3,
            Name: Figure.Text(series.Key), LineColor: Color.fromString(Palette.Series(i)), LineWidth: 1.5, UseDefaults: false)
            .Each(trace =>
            {
                trace.legendgroup = series.Key;
                trace.hovertemplate = $"%{{y:{format}}}";
                trace.hoverlabel = new { namelength = -1 };
            }));

    /// <summary>A histogram as a line through the middles of its buckets; the area below it is 1.</summary>
    public static GenericChart Density(string name, HistogramBuckets histogram, string color)
    {
        double[] edges = [histogram.Min, .. histogram.RightEdges];
        var middles = edges.Zip(histogram.RightEdges, (left, right) => (left + right) / 2).ToArray();
        var heights = histogram.Counts.Select((count, i) => count / histogram.Count / (edges[i + 1] - edges[i])).ToArray();
        return Chart.Line<double, double, string>(
            middles, heights, Name: name, LineColor: Color.fromString(color), LineWidth: 1.5, UseDefaults: false)
            .Each(trace => trace.hovertemplate = "%{y:.3g}");
    }
}
