using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>The accuracy that each choice of ensemble weights has on the validation photos.</summary>
public static class WeightChart
{
    /// <summary>
    /// A triangle of cells over two models' weights; a third model has the rest. With more models a cell is the best that the others' weights make
    /// of it. Marks stand at equal weights, the paper's and those found.
    /// </summary>
    /// <param name="search">What the search returned.</param>
    /// <param name="across">Full name of the model whose weight grows to the right.</param>
    /// <param name="up">Full name of the model whose weight grows upwards.</param>
    /// <param name="title">Title of the figure.</param>
    /// <exception cref="UserError">There is no such model; names those that there are.</exception>
    public static GenericChart Of(WeightSearchResult search, string across, string up, string title = "Validation accuracy of each choice of weights")
    {
        // The later marks are smaller, so that all are seen where they coincide.
        IEnumerable<GenericChart> layers =
        [
            Cells(search, across, up),
            Mark("equal", search.Equal, "circle", Palette.Series(3), 15),
            .. search.Paper is { } paper ? [Mark("the paper's", paper, "square", Palette.Validation, 13)] : Array.Empty<GenericChart>(),
            Mark("found", search.Found, "diamond", Palette.Right, 10),
        ];
        return Figure.Of(title, 520, layers, Axis(across), Axis(up), layout =>
        {
            layout.width = 640;
            layout.hovermode = "closest";
        });

        GenericChart Mark(string name, WeightScore score, string symbol, string color, int size) =>
            Chart.Point<double, double, string>(
                [score.Weights[across]], [score.Weights[up]], Name: $"{name} ({Markup.Percent(score.Accuracy)})",
                MarkerColor: Color.fromString(color), UseDefaults: false)
            .Each(trace =>
            {
                trace.marker.symbol = symbol;
                trace.marker.size = size;
                trace.hovertemplate = $"{name}<br>{Words(score)}<extra></extra>";
            });
    }

    static GenericChart Cells(WeightSearchResult search, string across, string up)
    {
        var best = search.Grid.GroupBy(score => (score.Weights[across], score.Weights[up])).ToDictionary(group => group.Key, group => group.Max()!);
        double[] places = [.. best.Keys.Select(key => key.Item1).Distinct().Order()];
        T[][] Rows<T>(Func<WeightScore?, T> cell) => [.. places.Select(y => places.Select(x => cell(best.GetValueOrDefault((x, y)))).ToArray())];
        return Chart.Heatmap<double, double, double, string>(
            Rows(score => score?.Accuracy ?? double.NaN), X: new(places, true), Y: new(places, true), XGap: 1, YGap: 1,
            ColorScale: HeatMap.Scale(Palette.Train), ShowScale: true, UseDefaults: false)
            .Each(trace =>
            {
                trace.hoverongaps = false;
                trace.colorbar = new { tickformat = ".1%", thickness = 14, outlinewidth = 0, len = 0.8 };
                trace.customdata = Rows(score => score is null ? "" : Words(score));
                trace.hovertemplate = "%{customdata}<extra></extra>";
            });
    }

    static object Axis(string model) => Figure.Axis($"weight of {model}", range: [-0.03, 1.03]);

    static string Words(WeightScore score) =>
        $"{Figure.Text(score.Weights.ToString()).Replace(", ", "<br>")}<br>accuracy {Markup.Percent(score.Accuracy)}, macro F1 {Markup.Cell(score.MacroF1)}";
}
