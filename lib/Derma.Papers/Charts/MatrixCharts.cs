using Plotly.NET;

namespace Derma.Papers;

/// <summary>
/// Confusion matrices: rows are the truth, columns the prediction, colour is the share of the row, the cell shows the count.
/// </summary>
public static class ConfusionChart
{
    /// <summary>The matrix as a heat map; right answers are blue, wrong ones red.</summary>
    public static GenericChart Of(ConfusionMatrix matrix, string title = "Confusion matrix")
    {
        var counts = new int[matrix.Classes.Count, matrix.Classes.Count];
        foreach (var (truth, predicted) in Places(matrix.Classes.Count)) counts[truth, predicted] = matrix[truth, predicted];
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
            throw new ArgumentException($"A matrix of {counts.GetLength(0)} x {counts.GetLength(1)} does not fit {n} classes.",
                nameof(counts));
        var size = Math.Max(260, Math.Clamp(700 / n, 20, 56) * n);
        string[] names = [.. classes.Select(Figure.Text)];
        GenericChart[] layers = [Layer(counts, names, right: true), Layer(counts, names, right: false), Numbers(counts, names)];
        var (across, down) = (Figure.Categories("predicted", [-0.5, n - 0.5], -45, 11), Figure.Categories("true", [n - 0.5, -0.5], 0, 11));
        return Figure.Of(
            title, size + 190, layers, across, down,
            new() { Width = size + 190, Margin = Figure.Margin(left: 150, right: 20, top: 60, bottom: 130) });
    }

    static GenericChart Layer(int[,] counts, string[] names, bool right)
    {
        var n = names.Length;
        var shares = Rows(n, (t, p) => counts[t, p] > 0 && (t == p) == right ? counts[t, p] / (double)Support(counts, t) : double.NaN);
        return Traces.Cells(shares, names, names, right ? Palette.Train : Palette.Wrong).Styled(new()
        {
            Shares = true, Data = Rows(n, (t, p) => new[] { counts[t, p], Support(counts, t) }),
            Hover = "true: %{y}<br>predicted: %{x}<br>%{customdata[0]} of %{customdata[1]} photos (%{z:.1%})<extra></extra>",
        });
    }

    static GenericChart Numbers(int[,] counts, string[] names) => Traces.Words(
        [.. Places(names.Length).Where(cell => counts[cell.Row, cell.Column] > 0)
            .Select(cell => (names[cell.Column], names[cell.Row], $"{counts[cell.Row, cell.Column]}"))],
        names.Length > 12 ? 10 : 13);

    static int Support(int[,] counts, int truth) => Enumerable.Range(0, counts.GetLength(1)).Sum(p => counts[truth, p]);

    internal static T[][] Rows<T>(int n, Func<int, int, T> cell) =>
        [.. Enumerable.Range(0, n).Select(row => Enumerable.Range(0, n).Select(column => cell(row, column)).ToArray())];

    internal static IEnumerable<(int Row, int Column)> Places(int n) =>
        from row in Enumerable.Range(0, n) from column in Enumerable.Range(0, n) select (row, column);
}

/// <summary>Which models answer alike.</summary>
public static class AgreementChart
{
    /// <summary>
    /// The share of photos that two models give the same class, with Cohen's κ below it. A model's agreement with itself is left out.
    /// </summary>
    /// <param name="agreement">Two models or more.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Of(Agreement agreement, string title = "Agreement of the models")
    {
        var n = agreement.Models.Count;
        var size = Math.Max(280, 110 * n);
        string[] names = [.. agreement.Models.Select(Figure.Text)];
        var (across, down) = (Figure.Categories("", [-0.5, n - 0.5], 0, 11), Figure.Categories("", [n - 0.5, -0.5], 0, 11));
        return Figure.Of(title, size + 150, [Cells(agreement, names), Numbers(agreement, names)], across, down, new()
        {
            Width = size + 240, Margin = Figure.Margin(left: 150, right: 20, top: 60, bottom: 90),
        });
    }

    static GenericChart Cells(Agreement agreement, string[] names)
    {
        var shares = ConfusionChart.Rows(names.Length, (a, b) => a == b ? double.NaN : agreement.Agreed(a, b));
        return Traces.Cells(shares, names, names, Palette.Train).Styled(new()
        {
            Shares = true, Data = ConfusionChart.Rows(names.Length, (a, b) => new[] { agreement.Kappa(a, b), agreement.DoubleFault(a, b) }),
            Hover = "%{y} and %{x}<br>same answer: %{z:.1%}, κ %{customdata[0]:.2f}<br>both wrong: %{customdata[1]:.1%}<extra></extra>",
        });
    }

    static GenericChart Numbers(Agreement agreement, string[] names) => Traces.Words(
        [.. ConfusionChart.Places(names.Length).Where(pair => pair.Row != pair.Column)
            .Select(pair => (names[pair.Column], names[pair.Row], Words(agreement, pair.Row, pair.Column)))]);

    static string Words(Agreement agreement, int a, int b) =>
        $"{Core.Numbers.Percent(agreement.Agreed(a, b))}<br>κ {Core.Numbers.Text(agreement.Kappa(a, b), "0.00")}";
}
