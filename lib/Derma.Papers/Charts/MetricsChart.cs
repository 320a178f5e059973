using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

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
        var width = GroupWidth / shown.Length;
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

        return Figure.Of(title, 420, layers, Names(rows), Figure.Axis("", ".0%", [0, 1.02]), layout => layout.hovermode = "closest");
    }

    static GenericChart Bars(
        IReadOnlyList<MetricsRow> rows, string name, Func<MetricsRow, double> value, int series, Func<int, double> place, double width) =>
        Chart.Column<double, double, string>(
            rows.Select(value).ToArray(), Keys: new(rows.Select((_, i) => place(i)).ToArray(), true), Name: name,
            MarkerColor: Color.fromString(Palette.Series(series)), UseDefaults: false)
        .Each(trace =>
        {
            trace.width = width * 0.92;
            trace.customdata = rows.Select(row => Figure.Text(row.Name)).ToArray();
            trace.hovertemplate = $"%{{customdata}}<br>{name} %{{y:.1%}}<extra></extra>";
            if (series == 0) trace.error_y = Errors(rows);
        });

    static object Errors(IReadOnlyList<MetricsRow> rows) => new
    {
        type = "data",
        symmetric = false,
        array = rows.Select(row => row.AccuracyInterval is { } interval ? interval.High - row.Accuracy : 0).ToArray(),
        arrayminus = rows.Select(row => row.AccuracyInterval is { } interval ? row.Accuracy - interval.Low : 0).ToArray(),
        visible = rows.Any(row => row.AccuracyInterval is not null),
        color = Palette.Ink,
        thickness = 1.5,
        width = 3,
    };

    static GenericChart Marks((double X, double Y, string What)[] marks) =>
        Chart.Point<double, double, string>(
            marks.Select(mark => mark.X).ToArray(), marks.Select(mark => mark.Y).ToArray(), Name: "printed in the paper",
            MarkerColor: Color.fromString(Palette.Ink), MarkerSymbol: StyleParam.MarkerSymbol.Diamond, UseDefaults: false)
        .Each(trace =>
        {
            trace.marker.size = 9;
            trace.customdata = marks.Select(mark => Figure.Text(mark.What)).ToArray();
            trace.hovertemplate = "%{customdata}<br>printed %{y:.1%}<extra></extra>";
        });

    static int IndexOf(IReadOnlyList<MetricsRow> rows, string name)
    {
        for (var i = 0; i < rows.Count; i++) if (rows[i].Name == name) return i;
        throw new ArgumentException($"The printed row '{name}' is not among {string.Join(", ", rows.Select(row => row.Name))}.", nameof(name));
    }

    static object Names(IReadOnlyList<MetricsRow> rows) => new
    {
        tickmode = "array",
        tickvals = Enumerable.Range(0, rows.Count).ToArray(),
        ticktext = rows.Select(row => Figure.Text(row.Name)).ToArray(),
        range = new[] { -0.5, rows.Count - 0.5 },
        showgrid = false,
        zeroline = false,
        automargin = true,
    };
}
