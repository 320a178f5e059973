using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Confusion matrices: rows are the truth, columns the prediction, colour is the share of the row, the cell shows the count.</summary>
public static class ConfusionChart
{
    /// <summary>The matrix as a heat map; right answers are blue, wrong ones red.</summary>
    public static GenericChart Of(ConfusionMatrix matrix, string title = "Confusion matrix")
    {
        var counts = new int[matrix.Classes.Count, matrix.Classes.Count];
        foreach (var (truth, predicted) in Cells(matrix.Classes.Count)) counts[truth, predicted] = matrix[truth, predicted];
        return Of(counts, matrix.Classes, title);
    }

    /// <summary>The matrix as a heat map; right answers are blue, wrong ones red.</summary>
    /// <param name="counts">Photos by true class (first index) and predicted class (second).</param>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="title">Title of the figure.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static GenericChart Of(int[,] counts, IReadOnlyList<string> classes, string title = "Confusion matrix")
    {
        var n = classes.Count;
        if (counts.GetLength(0) != n || counts.GetLength(1) != n)
            throw new ArgumentException($"A matrix of {counts.GetLength(0)} x {counts.GetLength(1)} does not fit {n} classes.", nameof(counts));
        var size = Math.Max(260, Math.Clamp(700 / n, 20, 56) * n);
        GenericChart[] layers = [Layer(counts, classes, right: true), Layer(counts, classes, right: false), Numbers(counts, classes)];
        return Figure.Of(title, size + 190, layers, HeatMap.Names("predicted", -45, [-0.5, n - 0.5]), HeatMap.Names("true", 0, [n - 0.5, -0.5]), layout =>
        {
            layout.width = size + 190;
            layout.margin = new { l = 150, r = 20, t = 60, b = 130 };
        });
    }

    static GenericChart Layer(int[,] counts, IReadOnlyList<string> classes, bool right)
    {
        var n = classes.Count;
        var names = classes.Select(Figure.Text).ToArray();
        var shares = Rows(n, (t, p) => counts[t, p] > 0 && (t == p) == right ? Share(counts, t, p) : double.NaN);
        return Chart.Heatmap<double, string, string, string>(
            shares, X: new(names, true), Y: new(names, true), XGap: 1, YGap: 1,
            ColorScale: HeatMap.Scale(right ? Palette.Train : Palette.Wrong), ShowScale: false, UseDefaults: false)
            .Each(trace => Describe(trace, counts, n));
    }

    static void Describe(dynamic trace, int[,] counts, int n)
    {
        trace.zmin = 0;
        trace.zmax = 1;
        trace.hoverongaps = false;
        trace.customdata = Rows(n, (t, p) => new[] { counts[t, p], Support(counts, t) });
        trace.hovertemplate = "true: %{y}<br>predicted: %{x}<br>%{customdata[0]} of %{customdata[1]} photos (%{z:.1%})<extra></extra>";
    }

    // A trace of its own: its text has the page's colour, where a heat map picks black or white without knowing the page.
    static GenericChart Numbers(int[,] counts, IReadOnlyList<string> classes)
    {
        var cells = Cells(classes.Count).Where(cell => counts[cell.Truth, cell.Predicted] > 0).ToArray();
        return Chart.Scatter<string, string, string>(
            cells.Select(cell => Figure.Text(classes[cell.Predicted])).ToArray(), cells.Select(cell => Figure.Text(classes[cell.Truth])).ToArray(),
            StyleParam.Mode.Text, ShowLegend: false, MultiText: new(cells.Select(cell => $"{counts[cell.Truth, cell.Predicted]}").ToArray(), true), UseDefaults: false)
            .Each(trace =>
            {
                trace.textfont = new { size = classes.Count > 12 ? 10 : 13 };
                trace.hoverinfo = "skip";
            });
    }

    static double Share(int[,] counts, int truth, int predicted) => (double)counts[truth, predicted] / Support(counts, truth);

    static int Support(int[,] counts, int truth) => Enumerable.Range(0, counts.GetLength(1)).Sum(p => counts[truth, p]);

    static T[][] Rows<T>(int n, Func<int, int, T> cell) =>
        [.. Enumerable.Range(0, n).Select(t => Enumerable.Range(0, n).Select(p => cell(t, p)).ToArray())];

    static IEnumerable<(int Truth, int Predicted)> Cells(int n) =>
        from truth in Enumerable.Range(0, n) from predicted in Enumerable.Range(0, n) select (truth, predicted);
}
