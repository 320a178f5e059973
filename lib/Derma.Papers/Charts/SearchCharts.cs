using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>The results of a grid search.</summary>
public static class TrialChart
{
    /// <summary>Parallel coordinates: one axis a setting and one for the score, one line a trial, the better the darker.</summary>
    /// <param name="settings">Names of the settings, then of the score.</param>
    /// <param name="trials">Values in the order of the names, one row a trial; at least one.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Parallel(IReadOnlyList<string> settings, IReadOnlyList<IReadOnlyList<double>> trials, string title)
    {
        var axes = settings.Select((_, s) => trials.Select(trial => trial[s]).Distinct().Order().ToList()).ToList();
        var (worst, best) = (trials.Min(trial => trial[^1]), trials.Max(trial => trial[^1]));
        double Rank(double score) => best == worst ? 1 : (score - worst) / (best - worst);
        var lines = trials.OrderBy(trial => trial[^1]).Select(trial => Line(settings, axes, trial, Rank(trial[^1])));
        var names = Figure.Marked([.. settings.Select((_, s) => (double)s)], [.. settings], [-0.2, settings.Count - 0.4]);
        return Figure.Of(
            title, 440, [.. lines, Values(axes)], names, Figure.Hidden(-0.05, 1.08),
            new() { Hover = StyleParam.HoverMode.Closest, ShowLegend = false });
    }

    /// <summary>The mean score of every pair of two settings' values, over the others.</summary>
    /// <param name="across">Name and values of one setting, a value a trial.</param>
    /// <param name="up">Name and values of another.</param>
    /// <param name="scores">The score of each trial.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Pairs(
        (string Name, IReadOnlyList<double> Values) across, (string Name, IReadOnlyList<double> Values) up, IReadOnlyList<double> scores,
        string title)
    {
        double[] columns = [.. across.Values.Distinct().Order()], rows = [.. up.Values.Distinct().Order()];
        double Mean(double x, double y) => Enumerable.Range(0, scores.Count).Where(i => across.Values[i] == x && up.Values[i] == y)
            .Select(i => scores[i]).DefaultIfEmpty(double.NaN).Average();
        var cells = rows.Select(y => columns.Select(x => Mean(x, y)).ToArray()).ToArray();
        string[] places = [.. columns.Select(Words)], heights = [.. rows.Select(Words)];
        var map = Traces.Cells(cells, places, heights, Palette.Train, gap: 2, Traces.Bar())
            .Styled(new() { Hover = $"{across.Name} %{{x}}, {up.Name} %{{y}}: %{{z:.3f}}<extra></extra>" });
        var means = Traces.Words(
            [.. from y in Enumerable.Range(0, rows.Length) from x in Enumerable.Range(0, columns.Length) where !double.IsNaN(cells[y][x])
                select (places[x], heights[y], Numbers.Text(cells[y][x], "0.000"))]);
        return Figure.Of(title, 380, [map, means], Figure.Categories(across.Name), Figure.Categories(up.Name));
    }

    static GenericChart Line(IReadOnlyList<string> settings, IReadOnlyList<IReadOnlyList<double>> axes, IReadOnlyList<double> trial,
        double rank) =>
        Chart.Line<int, double, string>(
            Enumerable.Range(0, settings.Count).ToArray(), settings
                .Select((_, s) => Place(axes[s], trial[s], s == settings.Count - 1)).ToArray(),
            Opacity: 0.15 + 0.85 * rank, LineColor: Color.fromString(Palette.Train), LineWidth: 1 + 2 * rank, UseDefaults: false)
        .Styled(new() { HoverText = string.Join("<br>", settings.Select((name, s) => $"{Figure.Text(name)} {Words(trial[s])}")) });

    // The values of each setting stand at equal distances on its axis; the score, on the last one, by its size.
    static double Place(IReadOnlyList<double> axis, double value, bool bySize)
    {
        if (axis.Count == 1) return 0.5;
        if (bySize) return (value - axis[0]) / (axis[^1] - axis[0]);
        for (var i = 0; i < axis.Count; i++) if (axis[i] == value) return i / (axis.Count - 1.0);
        throw new ArgumentException($"{value} is not on the axis.", nameof(value));
    }

    static GenericChart Values(IReadOnlyList<IReadOnlyList<double>> axes)
    {
        var marks = (from s in Enumerable.Range(0, axes.Count)
                     let last = s == axes.Count - 1
                     from value in last ? [axes[s][0], axes[s][^1]] : axes[s].ToArray()
                     select (X: s, Y: Place(axes[s], value, last), Text: Words(value))).ToArray();
        return Chart.Scatter<int, double, string>(
            marks.Select(mark => mark.X).ToArray(), marks.Select(mark => mark.Y).ToArray(), StyleParam.Mode.Markers_Text,
            MultiText: new(marks.Select(mark => mark.Text).ToArray(), true), TextPosition: StyleParam.TextPosition.MiddleRight,
            MarkerColor: Color.fromString(Palette.Ink), UseDefaults: false)
            .Styled(new() { Silent = true });
    }

    static string Words(double value) => Numbers.Text(value, "0.#######");
}

/// <summary>The accuracy that each choice of ensemble weights has on the validation photos.</summary>
public static class WeightChart
{
    /// <summary>
    /// A triangle of cells over two models' weights; a third model has the rest. With more models a cell is the best that the others'
    /// weights make of it. Marks stand at equal weights, the paper's and those found.
    /// </summary>
    /// <param name="search">What the search returned.</param>
    /// <param name="across">Full name of the model whose weight grows to the right.</param>
    /// <param name="up">Full name of the model whose weight grows upwards.</param>
    /// <param name="title">Title of the figure.</param>
    /// <exception cref="UserError">There is no such model; names those that there are.</exception>
    public static GenericChart Of(WeightSearchResult search, string across, string up,
        string title = "Validation accuracy of each choice of weights")
    {
        // The later marks are smaller, so that all are seen where they coincide.
        IEnumerable<GenericChart> layers =
        [
            Cells(search, across, up),
            Mark("equal", search.Equal, StyleParam.MarkerSymbol.Circle, Palette.Series(3), 15),
            .. search.Paper is { } paper
                ? [Mark("the paper's", paper, StyleParam.MarkerSymbol.Square, Palette.Validation, 13)] : Array.Empty<GenericChart>(),
            Mark("found", search.Found, StyleParam.MarkerSymbol.Diamond, Palette.Right, 10),
        ];
        return Figure.Of(title, 520, layers, Axis(across), Axis(up), new() { Width = 640, Hover = StyleParam.HoverMode.Closest });

        GenericChart Mark(string name, WeightScore score, StyleParam.MarkerSymbol symbol, string color, int size) => Traces.Marks(
            [score.Weights[across]], [score.Weights[up]], $"{name} ({Numbers.Percent(score.Accuracy)})", color, symbol, size)
            .Styled(new() { Hover = $"{name}<br>{Words(score)}<extra></extra>" });
    }

    static GenericChart Cells(WeightSearchResult search, string across, string up)
    {
        var best = search.Grid.GroupBy(score => (score.Weights[across], score.Weights[up]))
            .ToDictionary(group => group.Key, group => group.Max()!);
        double[] places = [.. best.Keys.Select(key => key.Item1).Distinct().Order()];
        T[][] Rows<T>(Func<WeightScore?, T> cell) =>
            [.. places.Select(y => places.Select(x => cell(best.GetValueOrDefault((x, y)))).ToArray())];
        return Traces.Cells(Rows(score => score?.Accuracy ?? double.NaN), places, places, Palette.Train, bar: Traces.Bar(".1%", 0.8))
            .Styled(new() { Data = Rows(score => score is null ? "" : Words(score)), Hover = "%{customdata}<extra></extra>" });
    }

    static Plotly.NET.LayoutObjects.LinearAxis Axis(string model) => Figure.Axis($"weight of {model}", range: [-0.03, 1.03]);

    static string Words(WeightScore score) => $"{Figure.Text(score.Weights.ToString()).Replace(", ", "<br>")}<br>"
        + $"accuracy {Numbers.Percent(score.Accuracy)}, macro F1 {Numbers.Cell(score.MacroF1)}";
}
