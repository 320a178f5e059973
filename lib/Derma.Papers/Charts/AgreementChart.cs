using System.Globalization;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Which models answer alike.</summary>
public static class AgreementChart
{
    /// <summary>The share of photos that two models give the same class, with Cohen's κ below it. A model's agreement with itself is left out.</summary>
    /// <param name="agreement">Two models or more.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Of(Agreement agreement, string title = "Agreement of the models")
    {
        var n = agreement.Models.Count;
        var size = Math.Max(280, 110 * n);
        var (across, down) = (HeatMap.Names("", 0, [-0.5, n - 0.5]), HeatMap.Names("", 0, [n - 0.5, -0.5]));
        return Figure.Of(title, size + 150, [Cells(agreement), Numbers(agreement)], across, down, layout =>
        {
            layout.width = size + 240;
            layout.margin = new { l = 150, r = 20, t = 60, b = 90 };
        });
    }

    static GenericChart Cells(Agreement agreement)
    {
        var names = agreement.Models.Select(Figure.Text).ToArray();
        return Chart.Heatmap<double, string, string, string>(
            Rows(agreement, (a, b) => a == b ? double.NaN : agreement.Agreed(a, b)), X: new(names, true), Y: new(names, true), XGap: 1, YGap: 1,
            ColorScale: HeatMap.Scale(Palette.Train), ShowScale: false, UseDefaults: false)
            .Each(trace =>
            {
                trace.zmin = 0;
                trace.zmax = 1;
                trace.hoverongaps = false;
                trace.customdata = Rows(agreement, (a, b) => new[] { agreement.Kappa(a, b), agreement.DoubleFault(a, b) });
                trace.hovertemplate = "%{y} and %{x}<br>same answer: %{z:.1%}, κ %{customdata[0]:.2f}<br>both wrong: %{customdata[1]:.1%}<extra></extra>";
            });
    }

    // A trace of its own, in the colour of the page.
    static GenericChart Numbers(Agreement agreement)
    {
        var n = agreement.Models.Count;
        var pairs = (from a in Enumerable.Range(0, n) from b in Enumerable.Range(0, n) where a != b select (a, b)).ToArray();
        string Name(int model) => Figure.Text(agreement.Models[model]);
        return Chart.Scatter<string, string, string>(
            pairs.Select(pair => Name(pair.b)).ToArray(), pairs.Select(pair => Name(pair.a)).ToArray(), StyleParam.Mode.Text, ShowLegend: false,
            MultiText: new(pairs.Select(pair => Words(agreement, pair.a, pair.b)).ToArray(), true), UseDefaults: false)
            .Each(trace => trace.hoverinfo = "skip");
    }

    static string Words(Agreement agreement, int a, int b) =>
        $"{Markup.Percent(agreement.Agreed(a, b))}<br>κ {agreement.Kappa(a, b).ToString("0.00", CultureInfo.InvariantCulture)}";

    static T[][] Rows<T>(Agreement agreement, Func<int, int, T> cell) =>
        [.. agreement.Models.Select((_, a) => agreement.Models.Select((_, b) => cell(a, b)).ToArray())];
}
