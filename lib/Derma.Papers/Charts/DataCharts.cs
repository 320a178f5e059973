using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Figures about a photo set (the CNN report, Fig. 2).</summary>
public static class DataCharts
{
    /// <summary>Photos in each class, training and validation, the largest class on top.</summary>
    /// <param name="photos">The set to count.</param>
    public static GenericChart ClassDistribution(PhotoSet photos) =>
        ClassDistribution(photos.Classes, photos.CountPerClass(Subset.Train), photos.CountPerClass(Subset.Validation), $"Photos per class: {photos.Title}");

    /// <summary>Photos in each class, training and validation, the largest class on top.</summary>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="train">Training photos of each class.</param>
    /// <param name="validation">Validation photos of each class.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart ClassDistribution(
        IReadOnlyList<string> classes, IReadOnlyList<int> train, IReadOnlyList<int> validation, string title = "Photos per class")
    {
        var order = Enumerable.Range(0, classes.Count).OrderBy(c => train[c]).ThenByDescending(c => c).ToArray();
        var bars = new[]
        {
            Bars("validation", validation, Palette.Validation),
            Bars("train", train, Palette.Train),
        };
        return Figure.Of(title, 150 + 26 * classes.Count, bars, Figure.Axis("photos"), Names(), layout =>
        {
            layout.barmode = "group";
            layout.bargap = 0.25;
            layout.hovermode = "y unified";
            layout.legend = new { orientation = "h", x = 0, y = 1, yanchor = "bottom", traceorder = "reversed" };
        });

        GenericChart Bars(string name, IReadOnlyList<int> counts, string color) =>
            Chart.Bar<int, string, string>(
                order.Select(c => counts[c]).ToArray(), Keys: new(order.Select(c => Figure.Text(classes[c])).ToArray(), true),
                Name: $"{name} ({counts.Sum()})", MarkerColor: Color.fromString(color), UseDefaults: false)
            .Each(trace =>
            {
                trace.customdata = order.Select(c => (double)counts[c] / Math.Max(1, counts.Sum())).ToArray();
                trace.hovertemplate = "%{x} (%{customdata:.1%})";
            });
    }

    static object Names() => new { type = "category", automargin = true, showgrid = false, dtick = 1, tickfont = new { size = 12 } };
}
