using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>
/// The inside of a training: weights, gradients, activations, learning rate (Smart Derma 4.2.3), as TensorBoard shows them.
/// </summary>
public static class TrainingCharts
{
    const int Height = 400;

    // A legend of more names would take the chart's place.
    const int MostNames = 12;

    /// <summary>The distribution of one weight tensor, a line a told epoch, the last one strongest.</summary>
    /// <param name="diagnostics">What the training told.</param>
    /// <param name="tensor">Name of the weight tensor; null: the first.</param>
    /// <exception cref="UserError">The tensor was not told.</exception>
    public static GenericChart WeightHistograms(Diagnostics diagnostics, string? tensor = null)
    {
        var name = tensor ?? diagnostics.Epochs.SelectMany(e => e.Weights).FirstOrDefault()?.Name;
        var told = diagnostics.Epochs.Select(e => (e.Epoch, Of: e.Weights.FirstOrDefault(d => d.Name == name)))
            .Where(e => e.Of is not null).ToList();
        if (told.Count == 0) throw new UserError($"No histogram of {name ?? "any tensor"} was told: ask for it in LoggingOptions.");
        var lines = told.Select((e, i) =>
            SeriesLines.Density($"epoch {e.Epoch}", e.Of!.Histogram, Palette.Fade(Palette.Train, (i + 1.0) / told.Count)));
        return Figure.Of($"Weights of {name}", Height, lines, Figure.Axis("value"), Figure.Axis("density"));
    }

    /// <summary>
    /// The L2 norm of each tensor's gradient over the epochs, on a logarithmic axis: a line that dives learns nothing, one that soars is
    /// unstable. Of more layers than a legend can name, their quantiles.
    /// </summary>
    /// <param name="diagnostics">What the training told.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart GradientNorms(Diagnostics diagnostics, string title = "Norm of the gradient of each layer")
    {
        var points = diagnostics.Epochs.SelectMany(e => e.Gradients.Select(g => (Layer: g.Name, e.Epoch, Value: g.Norm))).ToList();
        var layers = points.Select(point => point.Layer).Distinct().Count();
        var (lines, heading) = layers <= MostNames ? (points, title) : (Quantiles(points), $"{title}: {layers} layers");
        return Figure.Of(
            heading, Height, SeriesLines.Of(lines, ".2e"), Figure.Axis("epoch"), Logarithmic("norm", lines.Select(point => point.Value)),
            new() { ShowLegend = true });
    }

    /// <summary>
    /// What each layer is given, over the epochs: the spread of the activations on the left, the share of zeros on the right.
    /// </summary>
    /// <param name="diagnostics">What the training told.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Activations(Diagnostics diagnostics, string title = "Activations before each layer")
    {
        var all = diagnostics.Epochs.SelectMany(e => e.Activations.Select(a => (e.Epoch, Activation: a))).ToList();
        var spread = SeriesLines.Of(all.Select(p => (p.Activation.Layer, p.Epoch, p.Activation.StandardDeviation)), ".3g").ToList();
        var zeros = SeriesLines.Of(all.Select(p => (p.Activation.Layer, p.Epoch, p.Activation.Zeros)), ".1%").Select(Curves.OnSecondAxes);
        return Figure.Of(
            title, Height, [.. spread, .. zeros], Figure.Axis("epoch", domain: [0, 0.46]),
            Logarithmic("standard deviation", all.Select(p => p.Activation.StandardDeviation)), new()
            {
                SecondAcross = Figure.Axis("epoch", domain: [0.56, 1], anchor: "y2"),
                SecondUp = Figure.Axis("zeros", ".0%", [0, 1.02], anchor: "x2"),
                ShowLegend = spread.Count <= MostNames,
            });
    }

    /// <summary>The learning rate of each epoch's last step, on a logarithmic axis.</summary>
    /// <param name="history">The epochs.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart LearningRate(History history, string title = "Learning rate") => Figure.Of(
        title, Height, SeriesLines.Of(history.Epochs.Select(e => ("learning rate", e.Epoch, e.LearningRate)), ".3g"), Figure.Axis("epoch"),
        Logarithmic("learning rate", history.Epochs.Select(e => e.LearningRate)));

    /// <summary>The confusion matrix of the validation photos after one told epoch.</summary>
    /// <param name="diagnostics">What the training told.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="epoch">Its number; null: the last one told.</param>
    /// <exception cref="UserError">No matrix was told of it.</exception>
    public static GenericChart Confusion(Diagnostics diagnostics, IReadOnlyList<string> classes, int? epoch = null)
    {
        var told = diagnostics.Epochs.LastOrDefault(e => e.ValidationConfusion is not null && (epoch ?? e.Epoch) == e.Epoch)
            ?? throw new UserError("No confusion matrix was told: train with LoggingOptions.ConfusionEvery.");
        var counts = new int[classes.Count, classes.Count];
        foreach (var (t, p) in ConfusionChart.Places(classes.Count)) counts[t, p] = told.ValidationConfusion![t][p];
        return ConfusionChart.Of(counts, classes, $"Confusion matrix after epoch {told.Epoch}");
    }

    /// <summary>
    /// The epochs that early stopping (lowest loss) and the kept weights (highest macro-F1) choose: they may be two (Smart Derma 4.2.1 and
    /// 4.2.4).
    /// </summary>
    /// <param name="history">The epochs.</param>
    public static HtmlView BestEpochs(History history)
    {
        object?[] Row(string name, EpochMetrics? e) =>
            [name, e?.Epoch, e?.ValidationLoss, Numbers.Percent(e?.ValidationAccuracy ?? double.NaN), e?.ValidationF1, e?.LearningRate];
        return Tables.Of(
            ["chosen by", "epoch", "validation loss", "accuracy", "macro-F1", "learning rate"],
            [
                Row("lowest loss (early stopping)", history.BestBy(BestBy.ValidationLoss)),
                Row("highest macro-F1 (kept weights)", history.BestBy(BestBy.MacroF1)),
            ],
            "The best epoch by two rules");
    }

    static List<(string Layer, int Epoch, double Value)> Quantiles(IEnumerable<(string Layer, int Epoch, double Value)> points)
    {
        (string Name, double Share)[] named =
            [("largest", 1), ("9 of 10 below", 0.9), ("median", 0.5), ("1 of 10 below", 0.1), ("smallest", 0)];
        var epochs = points.GroupBy(point => point.Epoch)
            .Select(epoch => (epoch.Key, Sorted: epoch.Select(point => point.Value).Order().ToArray()));
        return [.. from quantile in named from epoch in epochs
                   select (quantile.Name, epoch.Key, Percentile.Quantile(epoch.Sorted, quantile.Share))];
    }

    // Within two decades 1, 2 and 5 of each are marked, then whole decades, and only as many of them as have room.
    static Plotly.NET.LayoutObjects.LinearAxis Logarithmic(string title, IEnumerable<double> values)
    {
        const int mostTicks = 6;
        double[] positive = [.. values.Where(value => value > 0 && double.IsFinite(value))];
        var decades = positive.Length == 0 ? 0 : Math.Log10(positive.Max() / positive.Min());
        return Figure.Axis(title, ".0e", logarithmic: true, tick: decades <= 2 ? "D2" : Math.Ceiling(decades / mostTicks));
    }
}

/// <summary>The traces of a training's inside.</summary>
static class SeriesLines
{
    /// <summary>One line a name over the epochs, in the order of the names; the legend turns all lines of a name off and on.</summary>
    public static IEnumerable<GenericChart> Of(IEnumerable<(string Name, int Epoch, double Value)> points, string format) =>
        points.GroupBy(point => point.Name).Select((series, i) => Chart.Line<int, double, string>(
            series.Select(p => p.Epoch).ToArray(), series.Select(p => p.Value).ToArray(), ShowMarkers: series.Count() <= 3,
            Name: Figure.Text(series.Key), LineColor: Color.fromString(Palette.Series(i)), LineWidth: 1.5, UseDefaults: false)
            .Styled(new() { Group = series.Key, Hover = $"%{{y:{format}}}", WholeName = true }));

    /// <summary>A histogram as a line through the middles of its buckets; the area below it is 1.</summary>
    public static GenericChart Density(string name, HistogramBuckets histogram, string color)
    {
        double[] edges = [histogram.Min, .. histogram.RightEdges];
        var middles = edges.Zip(histogram.RightEdges, (left, right) => (left + right) / 2).ToArray();
        var heights = histogram.Counts.Select((count, i) => count / histogram.Count / (edges[i + 1] - edges[i])).ToArray();
        return Chart.Line<double, double, string>(
            middles, heights, Name: name, LineColor: Color.fromString(color), LineWidth: 1.5, UseDefaults: false)
            .Styled(new() { Hover = "%{y:.3g}" });
    }
}
