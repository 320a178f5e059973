using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>One quantity of a training: how to read it from an epoch, how to write it, and which end is good.</summary>
sealed record Measure(
    string Name, string Format, Func<EpochMetrics, double> Train, Func<EpochMetrics, double> Validation, bool HigherIsBetter)
{
    public static Measure Accuracy { get; } = new("accuracy", ".1%", e => e.TrainAccuracy, e => e.ValidationAccuracy, true);

    public static Measure Loss { get; } = new("loss", ".3f", e => e.TrainLoss, e => e.ValidationLoss, false);

    public static Measure MacroF1 { get; } = new("macro-F1", ".1%", e => e.TrainF1, e => e.ValidationF1, true);

    /// <summary>d3 format of the axis ticks.</summary>
    public string TickFormat => HigherIsBetter ? ".0%" : "";

    /// <summary>The earliest epoch with the best validation value, null where nothing was validated.</summary>
    public EpochMetrics? Best(History history)
    {
        var validated = history.Epochs.Where(e => double.IsFinite(Validation(e)));
        return HigherIsBetter ? validated.MaxBy(Validation) : validated.MinBy(Validation);
    }

    /// <summary>The value in words: "61.2 %" or "1.234".</summary>
    public string Words(double value) => HigherIsBetter ? Numbers.Percent(value) : Numbers.Text(value, "0.000");
}

/// <summary>The traces that curves are made of.</summary>
static class CurveLines
{
    /// <summary>Training and validation lines of one history, with a mark on the kept epoch, or on the best where none is named.</summary>
    public static IEnumerable<GenericChart> OfHistory(History history, Measure measure, int? kept = null)
    {
        yield return Line("train", history, measure.Train, Palette.Train, measure);
        yield return Line("validation", history, measure.Validation, Palette.Validation, measure);
        if (kept is { } epoch) yield return Mark("kept", history.Epochs.Single(e => e.Epoch == epoch), measure);
        else if (measure.Best(history) is { } best) yield return Mark("best", best, measure);
    }

    /// <summary>The accuracy of guessing, across all epochs.</summary>
    public static GenericChart Chance(double chance, int lastEpoch, Measure measure) =>
        Chart.Line<int, double, string>(
            [1, Math.Max(lastEpoch, 2)], [chance, chance], Name: $"chance {measure.Words(chance)}",
            LineColor: Color.fromString(Palette.Faint), LineWidth: 1.5, LineDash: StyleParam.DrawingStyle.Dot, UseDefaults: false)
        .Styled(new() { Silent = true });

    /// <summary>The mean of several histories and, behind it, the range between the smallest and largest, epoch by epoch.</summary>
    public static IEnumerable<GenericChart> MeanAndRange(
        string name, IReadOnlyList<History> seeds, Func<EpochMetrics, double> value, string color, Measure measure)
    {
        var epochs = seeds.SelectMany(h => h.Epochs).Where(e => double.IsFinite(value(e))).GroupBy(e => e.Epoch, value)
            .OrderBy(g => g.Key).ToArray();
        var x = epochs.Select(g => g.Key).ToArray();
        yield return Edge(x, [.. epochs.Select(g => g.Min())], name);
        yield return Band(x, [.. epochs.Select(g => g.Max())], name, color);
        yield return Chart.Line<int, double, string>(
            x, epochs.Select(g => g.Average()).ToArray(), Name: Figure.Text(name), LineColor: Color.fromString(color), LineWidth: 2,
            UseDefaults: false)
            .Styled(new()
            {
                Group = name, Data = epochs.Select(g => new[] { g.Min(), g.Max() }).ToArray(),
                Hover = $"%{{y:{measure.Format}}} (%{{customdata[0]:{measure.Format}}} to %{{customdata[1]:{measure.Format}}})",
            });
    }

    /// <summary>Validation and, dotted, training line of one training among many; the legend turns both off and on.</summary>
    public static IEnumerable<GenericChart> Pair(string name, History history, string color, Measure measure)
    {
        string Label(string part) => $"{Figure.Text(name)}, {part}<br>epoch %{{x}}: %{{y:{measure.Format}}}<extra></extra>";
        yield return Line(name, history, measure.Validation, color, measure).Styled(new() { Group = name, Hover = Label("validation") });
        yield return Line(name, history, measure.Train, color, measure, isFaint: true)
            .Styled(new() { Group = name, Hover = Label("train"), InLegend = false });
    }

    // An epoch that was not validated is no gap, a loss that is no number is.
    static GenericChart Line(
        string name, History history, Func<EpochMetrics, double> value, string color, Measure measure, bool isFaint = false)
    {
        var epochs = history.Epochs.Where(e => e.Validated || !double.IsNaN(value(e))).ToArray();
        return Chart.Line<int, double, string>(
            epochs.Select(e => e.Epoch).ToArray(), epochs.Select(value).ToArray(), ShowMarkers: epochs.Length <= 3, Name: Figure.Text(name),
            Opacity: isFaint ? 0.8 : default(Plotly.NET.CSharp.Optional<double>), LineColor: Color.fromString(color),
            LineWidth: 2,
            LineDash: isFaint ? StyleParam.DrawingStyle.Dot : StyleParam.DrawingStyle.Solid, UseDefaults: false)
            .Styled(new() { Hover = $"%{{y:{measure.Format}}}" });
    }

    static GenericChart Mark(string name, EpochMetrics epoch, Measure measure) => Traces.Marks(
        [epoch.Epoch], [measure.Validation(epoch)], $"{name} {measure.Words(measure.Validation(epoch))} at epoch {epoch.Epoch}",
        Palette.Validation,
        StyleParam.MarkerSymbol.Diamond, size: 11).Styled(new() { Silent = true });

    static GenericChart Edge(int[] x, double[] y, string group) =>
        Chart.Line<int, double, string>(x, y, ShowLegend: false, LineColor: Color.fromString(Palette.Clear), LineWidth: 0,
            UseDefaults: false)
        .Styled(new() { Group = group, Silent = true });

    static GenericChart Band(int[] x, double[] y, string group, string color) =>
        Chart.Line<int, double, string>(
            x, y, ShowLegend: false, LineColor: Color.fromString(Palette.Clear), LineWidth: 0,
            Fill: StyleParam.Fill.ToNext_y, FillColor: Color.fromString(Palette.Fade(color, 0.2)), UseDefaults: false)
        .Styled(new() { Group = group, Silent = true });
}
