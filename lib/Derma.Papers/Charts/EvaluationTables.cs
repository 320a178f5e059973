namespace Derma.Papers;

/// <summary>Classifiers side by side as tables.</summary>
public static class EvaluationTables
{
    /// <summary>Precision, recall and F1 of every class, for several classifiers of the same photos.</summary>
    /// <param name="models">Name and figures of each, at least one.</param>
    /// <param name="caption">Says what the table holds.</param>
    /// <exception cref="ArgumentException">There is no classifier, or the classes differ.</exception>
    public static HtmlView PerClass(
        IReadOnlyList<(string Name, ClassificationMetrics Metrics)> models, string caption = "Precision, recall and F1 of each class")
    {
        if (models.Count == 0) throw new ArgumentException("There are no classifiers to show.", nameof(models));
        var classes = models[0].Metrics.PerClass;
        if (models.Any(model => !model.Metrics.Confusion.Classes.SequenceEqual(models[0].Metrics.Confusion.Classes)))
            throw new ArgumentException("The classes of the classifiers differ.", nameof(models));
        return Tables.Of(
            ["Class", "Photos", .. models.SelectMany(model => new[] { $"{model.Name}: P", "R", "F1" })],
            classes.Select((c, i) => (IReadOnlyList<object?>)
                [c.Class, c.Support, .. models
                    .Select(model => model.Metrics.PerClass[i]).SelectMany(of => Digits(of.Precision, of.Recall, of.F1))]),
            caption);
    }

    /// <summary>
    /// The figures of Smart Derma's Tables 1, 3 and 4 under every averaging that could be meant, with the 95 % intervals of the accuracy
    /// (Wilson) and of the balanced accuracy (bootstrap). The micro averages are the accuracy.
    /// </summary>
    /// <param name="models">Name and predictions of each.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Averages(
        IReadOnlyList<(string Name, Predictions Predictions)> models,
        string caption = "Accuracy with its 95 % interval, averages over classes") => Tables.Of(
        ["Model", "Accuracy", "Balanced accuracy", "Macro P", "R", "F1", "Weighted P", "R", "F1", "One-versus-rest"],
        from model in models
        let metrics = model.Predictions.Metrics()
        let balanced = Bootstrap.Of(model.Predictions, BootstrapFigure.BalancedAccuracy)
        select (IReadOnlyList<object?>)
        [
            model.Name, Words(metrics.Accuracy, metrics.AccuracyInterval), Words(balanced.Value, balanced.Interval),
            .. Digits(metrics.Macro), .. Digits(metrics.Weighted), Numbers.Percent(metrics.OneVersusRestAccuracy),
        ],
        caption);

    /// <summary>
    /// What one classifier gained on another: differences in points (hundredths) with their intervals, McNemar's test, flips.
    /// </summary>
    /// <param name="pairs">Name of each comparison, such as "equal → found", and what it gave.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Comparisons(
        IReadOnlyList<(string Name, PairedComparison Comparison)> pairs, string caption = "Differences on the same photos") => Tables.Of(
        ["Comparison", "Accuracy, points", "Balanced accuracy", "Macro F1", "Only first right", "Only second", "McNemar's p",
            "Both wrong otherwise"],
        pairs.Select(pair => (IReadOnlyList<object?>)
        [
            pair.Name, Gain(pair.Comparison.Accuracy), Gain(pair.Comparison.BalancedAccuracy), Gain(pair.Comparison.MacroF1),
            pair.Comparison.Test.OnlyFirst, pair.Comparison.Test.OnlySecond, Probability(pair.Comparison.Test.PValue),
            pair.Comparison.Count(FlipKind.WrongToOtherWrong),
        ]),
        caption);

    /// <summary>Calibration errors of several classifiers.</summary>
    /// <param name="models">Name and calibration of each.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Calibrations(IReadOnlyList<(string Name, Calibration Calibration)> models, string caption = "Calibration") =>
        Tables.Of(
        ["Model", "Expected error (ECE)", "Maximum error (MCE)", "Brier score", "Negative log-likelihood"],
        models.Select(model => (IReadOnlyList<object?>)
        [
            model.Name, Numbers.Percent(model.Calibration.ExpectedError), Numbers.Percent(model.Calibration.MaximumError),
            .. Digits(model.Calibration.Brier, model.Calibration.NegativeLogLikelihood),
        ]),
        caption);

    /// <summary>Equal, printed and found weights with their scores on the validation photos.</summary>
    /// <param name="search">What the search returned.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Weights(WeightSearchResult search, string caption = "Ensemble weights, scored on the validation photos")
    {
        var rows = new (string Name, WeightScore? Score)[] { ("equal", search.Equal), ("the paper's", search.Paper),
            ("found", search.Found) };
        return Tables.Of(
            ["Weights", .. search.Models, "Accuracy", "Macro F1"],
            from row in rows
            where row.Score is not null
            let weights = search.Models.Select(model => row.Score.Weights[model])
            select (IReadOnlyList<object?>)[row.Name, .. Digits([.. weights]), Numbers.Percent(row.Score.Accuracy),
                .. Digits(row.Score.MacroF1)],
            caption);
    }

    static string Gain(BootstrapEstimate estimate) =>
        Unbroken($"{Signed(estimate.Value)} ({Signed(estimate.Interval.Low)} to {Signed(estimate.Interval.High)})");

    static object[] Digits(AveragedMetrics averaged) => Digits(averaged.Precision, averaged.Recall, averaged.F1);

    static object[] Digits(params double[] values) => [.. values.Select(value => Numbers.Text(value, "0.000"))];

    static string Words(double share, Interval interval) =>
        Unbroken($"{Numbers.Percent(share)} ({Numbers.Percent(interval.Low)} to {Numbers.Percent(interval.High)})");

    static string Unbroken(string text) => text.Replace(' ', '\u00a0');

    static string Signed(double points) => Numbers.Text(100 * points, "+0.0;−0.0;0.0");

    static string Probability(double p) => p < 0.001 ? "below 0.001" : Numbers.Text(p, "0.000");
}

/// <summary>The arithmetic of printed precisions, recalls and F1 scores.</summary>
public static class AveragingTable
{
    /// <summary>The greatest F1 that each printed row allows under any one averaging, and whether the printed one is within it.</summary>
    /// <param name="rows">Name and printed figures of each row.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Of(
        IReadOnlyList<(string Name, AveragingBounds Bounds, double F1)> rows, string caption = "F1 cannot exceed (P + R) / 2") => Tables.Of(
        ["Row", "Precision", "Recall", "F1", "F1 at least", "(P + R) / 2 at most", "2PR / (P + R) at most", "Possible"],
        rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, Text(row.Bounds.Precision), Text(row.Bounds.Recall), Text(row.F1), Text(row.F1 - row.Bounds.HalfWidth, 4),
            Text(row.Bounds.GreatestMean, 4), Text(row.Bounds.GreatestF1, 4), row.Bounds.Allows(row.F1) ? "yes" : "not as printed",
        ]),
        caption);

    static string Text(double value, int digits = 2) => Numbers.Text(value, "F" + digits);
}
