using System.Globalization;
using Plotly.NET;

namespace Derma.Papers;

/// <summary>Tables of a grid search.</summary>
public static class GridViews
{
    /// <summary>The trials that learned from the best down, and apart from them those that did not.</summary>
    /// <param name="results">What a search gave.</param>
    /// <param name="most">How many of the ranking at most.</param>
    public static HtmlView Ranking(IReadOnlyList<TrialResult> results, int most = 10)
    {
        var (ranked, apart) = (results.Ranked(), results.Where(result => !result.Learned).ToList());
        return LabViews.Join(
            Notes.Of("Who is ranked.", GridConclusions.Learning(results)),
            ranked.Count == 0 ? null : Rows(ranked.Take(most), $"The best of {ranked.Count} trials that learned, on validation photos"),
            apart.Count == 0 ? null : Rows(apart, "Did not learn, and so are not ranked", places: false));
    }

    /// <summary>Every trial as a line across its settings.</summary>
    public static GenericChart ParallelChart(IReadOnlyList<TrialResult> results) => TrialChart.Parallel(
        ["batch size", "learning rate", "weight decay", "dropout", "macro F1"],
        [.. results.Select(result => (IReadOnlyList<double>)
            [result.Trial.BatchSize, result.Trial.LearningRate, result.Trial.WeightDecay, result.Trial.Dropout,
                Math.Round(result.MacroF1, 3)])],
        $"{results.Count} trials, the best the darkest");

    /// <summary>Mean macro-F1 of each pair of learning rate and weight decay.</summary>
    public static GenericChart RateByDecayChart(IReadOnlyList<TrialResult> results) => TrialChart.Pairs(
        ("learning rate", [.. results.Select(result => result.Trial.LearningRate)]),
        ("weight decay", [.. results.Select(result => result.Trial.WeightDecay)]),
        [.. results.Select(result => result.MacroF1)],
        "Macro F1, averaged over batch size and dropout");

    /// <summary>One setting with several seeds, and what their spread says of the ranking.</summary>
    /// <param name="results">What a search gave.</param>
    /// <param name="repeats">Its best trial with several seeds.</param>
    public static HtmlView SeedSpread(IReadOnlyList<TrialResult> results, IReadOnlyList<TrialResult> repeats) => LabViews.Join(
        Tables.Of(
            ["Seed", "Macro F1", "Balanced accuracy", "Accuracy"],
            repeats.Select(result => (IReadOnlyList<object?>)
                [result.Trial.Seed, Digits(result.MacroF1), LabViews.Percent(result.BalancedAccuracy), LabViews.Percent(result.Accuracy)]),
            "The best setting, other seeds"),
        Notes.Of("Spread.", GridConclusions.Spread(results, repeats)));

    /// <summary>Checks the printed ranges against the trials of this run.</summary>
    public static HtmlView JudgeGrid(this Lab lab, IReadOnlyList<TrialResult> results)
    {
        SmartDermaSetupClaims.CheckGrid(lab.Claims, results);
        return lab.Verdicts();
    }

    static HtmlView Rows(IEnumerable<TrialResult> results, string caption, bool places = true) => Tables.Of(
        ["Place", "Batch size", "Learning rate", "Weight decay", "Dropout", "Macro F1", "Balanced accuracy", "95 % interval", "Seconds"],
        results.Select((result, place) => (IReadOnlyList<object?>)
        [
            places ? place + 1 : "–", result.Trial.BatchSize, Value(result.Trial.LearningRate), Value(result.Trial.WeightDecay),
            Value(result.Trial.Dropout), Digits(result.MacroF1), LabViews.Percent(result.BalancedAccuracy),
            LabViews.Words(result.BalancedInterval), result.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
        ]),
        caption);

    static string Value(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);

    static string Digits(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
