namespace Derma.Papers;

/// <summary>Classifiers side by side as tables.</summary>
public static class EvaluationTables
{
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
        $"{Signed(estimate.Value)} ({Signed(estimate.Interval.Low)} to {Signed(estimate.Interval.High)})";

    static object[] Digits(params double[] values) => [.. values.Select(value => Numbers.Text(value, "0.000"))];

    static string Signed(double points) => Numbers.Text(100 * points, "+0.0;−0.0;0.0");

    static string Probability(double p) => p < 0.001 ? "below 0.001" : Numbers.Text(p, "0.000");
}
