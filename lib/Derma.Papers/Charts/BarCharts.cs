using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Figures about a photo set (the CNN report, Fig. 2).</summary>
public static class DataCharts
{
    /// <summary>Photos in each class, training and validation, the largest class on top.</summary>
    /// <param name="photos">The set to count.</param>
    public static GenericChart ClassDistribution(PhotoSet photos) =>
        ClassDistribution(photos.Classes, photos.CountPerClass(Subset.Train), photos.CountPerClass(Subset.Validation),
            $"Photos per class: {photos.Title}");

    /// <summary>Photos in each class, training and validation, the largest class on top.</summary>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="train">Training photos of each class.</param>
    /// <param name="validation">Validation photos of each class.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart ClassDistribution(
        IReadOnlyList<string> classes, IReadOnlyList<int> train, IReadOnlyList<int> validation, string title = "Photos per class")
    {
        var order = Enumerable.Range(0, classes.Count).OrderBy(c => train[c]).ThenByDescending(c => c).ToArray();
        GenericChart[] bars = [Bars("validation", validation, Palette.Validation), Bars("train", train, Palette.Train)];
        return Figure.Of(title, 150 + 26 * classes.Count, bars, Figure.Axis("photos"), Figure.Categories("class", textSize: 12), new()
        {
            Bars = StyleParam.BarMode.Group, BarGap = 0.25, Hover = StyleParam.HoverMode.YUnified, Legend = Figure.LegendReversed(),
        });

        GenericChart Bars(string name, IReadOnlyList<int> counts, string color) =>
            Chart.Bar<int, string, string>(
                order.Select(c => counts[c]).ToArray(), Keys: new(order.Select(c => Figure.Text(classes[c])).ToArray(), true),
                Name: $"{name} ({counts.Sum()})", MarkerColor: Color.fromString(color), UseDefaults: false)
            .Styled(new()
            {
                Data = order.Select(c => (double)counts[c] / Math.Max(1, counts.Sum())).ToArray(), Hover = "%{x} (%{customdata:.1%})",
            });
    }
}

/// <summary>One classifier's figures for a chart, measured or printed.</summary>
/// <param name="Name">The classifier.</param>
/// <param name="Accuracy">Correct / all, 0 to 1.</param>
/// <param name="Precision">Averaged over classes; NaN where a paper prints none.</param>
/// <param name="Recall">Averaged over classes; NaN where a paper prints none.</param>
/// <param name="F1">Averaged over classes.</param>
public sealed record MetricsRow(string Name, double Accuracy, double Precision, double Recall, double F1)
{
    /// <summary>The accuracy's 95 % interval; null where it is not known.</summary>
    public Interval? AccuracyInterval { get; init; }

    /// <summary>Measured figures with macro averages.</summary>
    public static MetricsRow Of(string name, ClassificationMetrics metrics) =>
        new(name, metrics.Accuracy, metrics.Macro.Precision, metrics.Macro.Recall,
            metrics.Macro.F1) { AccuracyInterval = metrics.AccuracyInterval };
}

/// <summary>Accuracy, precision, recall and F1 of several classifiers as groups of bars (Smart Derma, Figs. 6 and 7).</summary>
public static class MetricsChart
{
    const double GroupWidth = 0.8;

    static readonly (string Name, Func<MetricsRow, double> Value)[] Measures =
        [("accuracy", row => row.Accuracy), ("precision", row => row.Precision), ("recall", row => row.Recall), ("F1", row => row.F1)];

    /// <summary>One group a classifier, one bar a figure; a diamond on the bar is the value that the paper prints.</summary>
    /// <param name="rows">Measured figures, at least one row; a figure that no row has is left out.</param>
    /// <param name="title">Title of the figure.</param>
    /// <param name="printed">Printed figures under the same names; null for none.</param>
    /// <exception cref="ArgumentException">There is no row, or a printed name is not among the rows.</exception>
    public static GenericChart Of(
        IReadOnlyList<MetricsRow> rows, string title = "Accuracy, precision, recall and F1", IReadOnlyList<MetricsRow>? printed = null)
    {
        if (rows.Count == 0) throw new ArgumentException("There are no rows to draw.", nameof(rows));
        var shown = Measures.Where(measure => rows.Any(row => double.IsFinite(measure.Value(row)))).ToArray();
        double Place(int row, int measure) => row + ((measure + 0.5) / shown.Length - 0.5) * GroupWidth;
        var width = GroupWidth / shown.Length * 0.92;
        var layers = shown.Select((measure, m) => Bars(rows, measure.Name, measure.Value, m, row => Place(row, m), width));
        if (printed is not null)
        {
            var marks = from row in printed
                        from m in Enumerable.Range(0, shown.Length)
                        let value = shown[m].Value(row)
                        where double.IsFinite(value)
                        select (X: Place(IndexOf(rows, row.Name), m), Y: value, What: $"{row.Name}, {shown[m].Name}");
            layers = layers.Append(Marks([.. marks]));
        }

        var names = Figure.Marked(
            [.. rows.Select((_, i) => (double)i)], [.. rows.Select(row => row.Name)], [-0.5, rows.Count - 0.5], "model", grid: false);
        return Figure.Of(title, 420, layers, names, Figure.Axis("share", ".0%", [0, 1.02]), new() { Hover = StyleParam.HoverMode.Closest });
    }

    static GenericChart Bars(
        IReadOnlyList<MetricsRow> rows, string name, Func<MetricsRow, double> value, int series, Func<int, double> place, double width) =>
        Chart.Column<double, double, string>(
            rows.Select(value).ToArray(), Keys: new(rows.Select((_, i) => place(i)).ToArray(), true), Name: name,
            MarkerColor: Color.fromString(Palette.Series(series)), Width: width, UseDefaults: false)
        .Styled(new()
        {
            Data = rows.Select(row => Figure.Text(row.Name)).ToArray(), Hover = $"%{{customdata}}<br>{name} %{{y:.1%}}<extra></extra>",
            Errors = series > 0 ? null : Traces.Errors(
                [.. rows.Select(row => row.AccuracyInterval is { } interval ? interval.High - row.Accuracy : 0)],
                [.. rows.Select(row => row.AccuracyInterval is { } interval ? row.Accuracy - interval.Low : 0)],
                rows.Any(row => row.AccuracyInterval is not null)),
        });

    static GenericChart Marks((double X, double Y, string What)[] marks) => Traces.Marks(
        marks.Select(mark => mark.X).ToArray(), [.. marks.Select(mark => mark.Y)], "printed in the paper", Palette.Ink,
        StyleParam.MarkerSymbol.Diamond, size: 9)
        .Styled(new()
        {
            Data = marks.Select(mark => Figure.Text(mark.What)).ToArray(), Hover = "%{customdata}<br>printed %{y:.1%}<extra></extra>",
        });

    static int IndexOf(IReadOnlyList<MetricsRow> rows, string name)
    {
        for (var i = 0; i < rows.Count; i++) if (rows[i].Name == name) return i;
        throw new ArgumentException($"The printed row '{name}' is not among {string.Join(", ", rows.Select(row => row.Name))}.",
            nameof(name));
    }
}

/// <summary>Milliseconds of each model in both forms, as pairs of bars.</summary>
static class SpeedChart
{
    /// <param name="rows">Name and medians of each model.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Of(IReadOnlyList<(string Name, double Framework, double Onnx)> rows, string title) => Figure.Of(
        title, 380,
        [Bars(rows, "training framework", row => row.Framework, 0), Bars(rows, "ONNX Runtime", row => row.Onnx, 1)],
        Figure.Categories("model"), Figure.Axis("milliseconds", ".0f"),
        new() { Bars = StyleParam.BarMode.Group, Hover = StyleParam.HoverMode.Closest });

    static GenericChart Bars(
        IReadOnlyList<(string Name, double Framework, double Onnx)> rows, string name,
        Func<(string, double Framework, double Onnx), double> value,
        int series) =>
        Chart.Column<double, string, string>(
            rows.Select(value).ToArray(), Keys: new(rows.Select(row => Figure.Text(row.Name)).ToArray(), true), Name: name,
            MarkerColor: Color.fromString(Palette.Series(series)), UseDefaults: false)
        .Styled(new() { Hover = $"%{{x}}<br>{name} %{{y:.1f}} ms<extra></extra>" });
}
