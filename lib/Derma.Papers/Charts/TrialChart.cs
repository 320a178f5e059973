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
        var lines = trials.OrderBy(trial => trial[^1]).Select(trial => Line(settings, axes, trial, best == worst ? 1 : (trial[^1] - worst) / (best - worst)));
        return Figure.Of(title, 440, [.. lines, Values(axes)], Names(settings), Hidden(), layout =>
        {
            layout.hovermode = "closest";
            layout.showlegend = false;
        });
    }

    /// <summary>The mean score of every pair of two settings' values, over the others.</summary>
    /// <param name="across">Name and values of one setting, a value a trial.</param>
    /// <param name="up">Name and values of another.</param>
    /// <param name="scores">The score of each trial.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Pairs((string Name, IReadOnlyList<double> Values) across, (string Name, IReadOnlyList<double> Values) up, IReadOnlyList<double> scores, string title)
    {
        double[] columns = [.. across.Values.Distinct().Order()], rows = [.. up.Values.Distinct().Order()];
        var cells = rows.Select(y => columns.Select(x => Enumerable.Range(0, scores.Count)
            .Where(i => across.Values[i] == x && up.Values[i] == y).Select(i => scores[i]).DefaultIfEmpty(double.NaN).Average()).ToArray()).ToArray();
        var map = Chart.Heatmap<double, string, string, string>(
            cells, X: new(columns.Select(Words).ToArray(), true), Y: new(rows.Select(Words).ToArray(), true), XGap: 2, YGap: 2,
            ColorScale: HeatMap.Scale(Palette.Train), ShowScale: true, UseDefaults: false)
            .Each(trace =>
            {
                trace.hovertemplate = $"{across.Name} %{{x}}, {up.Name} %{{y}}: %{{z:.3f}}<extra></extra>";
                trace.colorbar = new { thickness = 14, outlinewidth = 0 };
            });
        return Figure.Of(title, 380, [map, Means(columns, rows, cells)], Categories(across.Name), Categories(up.Name));
    }

    // A trace of its own: its text has the page's colour, where a heat map picks black or white without knowing the page.
    static GenericChart Means(double[] columns, double[] rows, double[][] cells)
    {
        var places = (from y in Enumerable.Range(0, rows.Length) from x in Enumerable.Range(0, columns.Length) where !double.IsNaN(cells[y][x]) select (X: x, Y: y)).ToArray();
        return Chart.Scatter<string, string, string>(
            places.Select(place => Words(columns[place.X])).ToArray(), places.Select(place => Words(rows[place.Y])).ToArray(), StyleParam.Mode.Text, ShowLegend: false,
            MultiText: new(places.Select(place => cells[place.Y][place.X].ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)).ToArray(), true), UseDefaults: false)
            .Each(trace => trace.hoverinfo = "skip");
    }

    static GenericChart Line(IReadOnlyList<string> settings, IReadOnlyList<IReadOnlyList<double>> axes, IReadOnlyList<double> trial, double rank) =>
        Chart.Line<int, double, string>(
            Enumerable.Range(0, settings.Count).ToArray(), settings.Select((_, s) => Place(axes[s], trial[s], s == settings.Count - 1)).ToArray(),
            LineColor: Color.fromString(Palette.Train), LineWidth: 1 + 2 * rank, UseDefaults: false)
        .Each(trace =>
        {
            trace.opacity = 0.15 + 0.85 * rank;
            trace.hoverinfo = "text";
            trace.hovertext = string.Join("<br>", settings.Select((name, s) => $"{Figure.Text(name)} {Words(trial[s])}"));
        });

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
        return Chart.Point<int, double, string>(
            marks.Select(mark => mark.X).ToArray(), marks.Select(mark => mark.Y).ToArray(), MarkerColor: Color.fromString(Palette.Ink), UseDefaults: false)
            .Each(trace =>
            {
                trace.mode = "markers+text";
                trace.text = marks.Select(mark => mark.Text).ToArray();
                trace.textposition = "middle right";
                trace.hoverinfo = "skip";
            });
    }

    static object Names(IReadOnlyList<string> settings) => new
    {
        tickmode = "array",
        tickvals = Enumerable.Range(0, settings.Count).ToArray(),
        ticktext = settings.Select(Figure.Text).ToArray(),
        range = new[] { -0.2, settings.Count - 0.4 },
        gridcolor = Palette.Grid,
        zeroline = false,
        automargin = true,
    };

    static object Hidden() => new { visible = false, range = new[] { -0.05, 1.08 } };

    static object Categories(string name) => new { title = new { text = Figure.Text(name) }, type = "category", showgrid = false, zeroline = false, automargin = true };

    static string Words(double value) => value.ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture);
}
