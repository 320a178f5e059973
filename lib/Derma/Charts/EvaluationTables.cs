using System.Globalization;
using Derma.Ensembles;
using Derma.Evaluation;

namespace Derma.Charts;

/// <summary>Classifiers side by side as tables.</summary>
public static class EvaluationTables
{
    /// <summary>Precision, recall and F1 of every class, for several classifiers of the same photos.</summary>
    /// <param name="models">Name and figures of each, at least one.</param>
    /// <param name="caption">Says what the table holds.</param>
    /// <exception cref="ArgumentException">There is no classifier, or the classes differ.</exception>
    public static HtmlView PerClass(IReadOnlyList<(string Name, ClassificationMetrics Metrics)> models, string caption = "Figures of each class")
    {
        if (models.Count == 0) throw new ArgumentException("There are no classifiers to show.", nameof(models));
        var classes = models[0].Metrics.PerClass;
        if (models.Any(model => !model.Metrics.Confusion.Classes.SequenceEqual(models[0].Metrics.Confusion.Classes)))
            throw new ArgumentException("The classes of the classifiers differ.", nameof(models));
        return Tables.Of(
            ["Class", "Photos", .. models.SelectMany(model => new[] { $"{model.Name}: precision", "recall", "F1" })],
            classes.Select((c, i) => (IReadOnlyList<object?>)
                [c.Class, c.Support, .. models.Select(model => model.Metrics.PerClass[i]).SelectMany(of => Digits(of.Precision, of.Recall, of.F1))]),
            caption);
    }

    /// <summary>The figures of Smart Derma's Tables 1, 3 and 4 under every averaging that could be meant.</summary>
    /// <param name="models">Name and figures of each.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Averages(IReadOnlyList<(string Name, ClassificationMetrics Metrics)> models, string caption = "Averages over the classes") => Tables.Of(
        ["Model", "Accuracy", "95 % interval", "Balanced accuracy", "Macro precision", "recall", "F1", "Weighted precision", "recall", "F1", "One-versus-rest accuracy"],
        models.Select(model => (IReadOnlyList<object?>)
        [
            model.Name, Markup.Percent(model.Metrics.Accuracy), Words(model.Metrics.AccuracyInterval), Markup.Percent(model.Metrics.BalancedAccuracy),
            .. Digits(model.Metrics.Macro), .. Digits(model.Metrics.Weighted), Markup.Percent(model.Metrics.OneVersusRestAccuracy),
        ]),
        caption);

    /// <summary>What one classifier gained on another: differences with their intervals, McNemar's test, flips.</summary>
    /// <param name="pairs">Name of each comparison, such as "equal → found", and what it gave.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Comparisons(IReadOnlyList<(string Name, PairedComparison Comparison)> pairs, string caption = "Differences on the same photos") => Tables.Of(
        ["Comparison", "Accuracy", "95 % interval", "Balanced accuracy", "95 % interval", "Macro F1", "95 % interval", "Only first right", "Only second right", "McNemar's p", "Wrong, then wrong otherwise"],
        pairs.Select(pair => (IReadOnlyList<object?>)
        [
            pair.Name, .. Gain(pair.Comparison.Accuracy), .. Gain(pair.Comparison.BalancedAccuracy), .. Gain(pair.Comparison.MacroF1),
            pair.Comparison.Test.OnlyFirst, pair.Comparison.Test.OnlySecond, Probability(pair.Comparison.Test.PValue), pair.Comparison.Count(FlipKind.WrongToOtherWrong),
        ]),
        caption);

    /// <summary>Calibration errors of several classifiers.</summary>
    /// <param name="models">Name and calibration of each.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Calibrations(IReadOnlyList<(string Name, Calibration Calibration)> models, string caption = "Calibration") => Tables.Of(
        ["Model", "Expected calibration error", "Maximum calibration error", "Brier score", "Negative log-likelihood"],
        models.Select(model => (IReadOnlyList<object?>)
        [
            model.Name, Markup.Percent(model.Calibration.ExpectedError), Markup.Percent(model.Calibration.MaximumError),
            .. Digits(model.Calibration.Brier, model.Calibration.NegativeLogLikelihood),
        ]),
        caption);

    /// <summary>Equal, printed and found weights with their scores on the validation photos.</summary>
    /// <param name="search">What the search returned.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Weights(WeightSearchResult search, string caption = "Ensemble weights, scored on the validation photos")
    {
        var rows = new (string Name, WeightScore? Score)[] { ("equal", search.Equal), ("the paper's", search.Paper), ("found", search.Found) };
        return Tables.Of(
            ["Weights", .. search.Models, "Accuracy", "Macro F1"],
            rows.Where(row => row.Score is not null).Select(row => (IReadOnlyList<object?>)
                [row.Name, .. search.Models.Select(model => Digits(row.Score!.Weights[model])[0]), Markup.Percent(row.Score!.Accuracy), .. Digits(row.Score.MacroF1)]),
            caption);
    }

    static object[] Gain(BootstrapEstimate estimate) => [Signed(estimate.Value), $"{Signed(estimate.Interval.Low)} to {Signed(estimate.Interval.High)}"];

    static object[] Digits(AveragedMetrics averaged) => Digits(averaged.Precision, averaged.Recall, averaged.F1);

    static object[] Digits(params double[] values) => [.. values.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture))];

    static string Words(Interval interval) => $"{Markup.Percent(interval.Low)} to {Markup.Percent(interval.High)}";

    static string Signed(double points) => (100 * points).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + " points";

    static string Probability(double p) => p < 0.001 ? "below 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);
}
