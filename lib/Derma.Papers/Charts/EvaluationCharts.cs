using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>Reliability diagrams: how often answers of a confidence are right (Niculescu-Mizil, Caruana 2005).</summary>
public static class ReliabilityChart
{
    /// <summary>
    /// Accuracy against mean confidence, bin by bin, above the share of photos in each bin. On the dotted line confidence means what it
    /// says.
    /// </summary>
    /// <param name="models">Name and calibration of each; the legend tells the expected calibration error.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Of(IReadOnlyList<(string Name, Calibration Calibration)> models, string title = "Reliability")
    {
        var lines = models.Select((model, index) => Line(model.Name, model.Calibration, Palette.Series(index)));
        var bars = models.Select((model, index) => Bars(model.Name, model.Calibration, Palette.Series(index)));
        var (across, up) = (Figure.Axis("confidence", ".0%", [0, 1], anchor: "y2"),
            Figure.Axis("accuracy", ".0%", [0, 1.02], domain: [0.34, 1]));
        return Figure.Of(title, 520, [Diagonal(), .. lines, .. bars], across, up, new()
        {
            SecondUp = Figure.Axis("photos", ".0%", domain: [0, 0.22], anchor: "x"),
            Bars = StyleParam.BarMode.Group, BarGap = 0.1, Hover = StyleParam.HoverMode.Closest,
        });
    }

    static GenericChart Line(string name, Calibration calibration, string color)
    {
        var bins = calibration.Bins.Where(bin => bin.Count > 0).ToArray();
        return Chart.Line<double, double, string>(
            bins.Select(bin => bin.Confidence).ToArray(), bins.Select(bin => bin.Accuracy).ToArray(), ShowMarkers: true,
            Name: $"{Figure.Text(name)} (ECE {Numbers.Percent(calibration.ExpectedError)})", LineColor: Color.fromString(color),
            LineWidth: 2,
            UseDefaults: false)
            .Styled(new()
            {
                Group = name, Data = bins.Select(bin => bin.Count).ToArray(),
                Hover = $"{Figure.Text(name)}<br>confidence %{{x:.1%}}, right %{{y:.1%}}<br>%{{customdata}} photos<extra></extra>",
            });
    }

    static GenericChart Bars(string name, Calibration calibration, string color)
    {
        double photos = calibration.Bins.Sum(bin => bin.Count);
        return Chart.Column<double, double, string>(
            calibration.Bins.Select(bin => bin.Count / photos).ToArray(),
            Keys: new(calibration.Bins.Select(bin => (bin.Low + bin.High) / 2).ToArray(), true),
            Name: Figure.Text(name), ShowLegend: false, MarkerColor: Color.fromString(color), UseDefaults: false)
            .Styled(new()
            {
                Group = name, SecondUp = true,
                Hover = $"{Figure.Text(name)}<br>confidence about %{{x:.0%}}: %{{y:.1%}} of the photos<extra></extra>",
            });
    }

    static GenericChart Diagonal() =>
        Chart.Line<double, double, string>(
            [0, 1], [0, 1], Name: "confidence = accuracy", LineColor: Color.fromString(Palette.Faint), LineWidth: 1.5,
            LineDash: StyleParam.DrawingStyle.Dot, UseDefaults: false)
        .Styled(new() { Silent = true });
}
