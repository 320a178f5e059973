using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Milliseconds of each model in both forms, as pairs of bars.</summary>
static class SpeedChart
{
    public static GenericChart Of(IReadOnlyList<SpeedRow> rows, string title) => Figure.Of(
        title, 380, [Bars(rows, "training framework", row => row.Framework.Median, 0), Bars(rows, "ONNX Runtime", row => row.Onnx.Median, 1)],
        Names(), Figure.Axis("milliseconds", ".0f"), layout =>
        {
            layout.barmode = "group";
            layout.hovermode = "closest";
        });

    static GenericChart Bars(IReadOnlyList<SpeedRow> rows, string name, Func<SpeedRow, double> value, int series) =>
        Chart.Column<double, string, string>(
            rows.Select(value).ToArray(), Keys: new(rows.Select(row => Figure.Text(row.Name)).ToArray(), true), Name: name,
            MarkerColor: Color.fromString(Palette.Series(series)), UseDefaults: false)
        .Each(trace => trace.hovertemplate = $"%{{x}}<br>{name} %{{y:.1f}} ms<extra></extra>");

    static object Names() => new { type = "category", showgrid = false, zeroline = false, automargin = true };
}
