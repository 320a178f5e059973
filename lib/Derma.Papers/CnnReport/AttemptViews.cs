using System.Globalization;

namespace Derma.Papers;

/// <summary>What notebooks show of attempts: what changed, final figures, single predictions.</summary>
public static class AttemptViews
{
    /// <summary>What an attempt changes of the one before it.</summary>
    public static HtmlView Changes(Attempt before, Attempt after) => Tables.Of(
        ["Option", before.Name, after.Name],
        after.ChangesFrom(before).Select(change => (IReadOnlyList<object?>)[change.Option, change.Before, change.After]),
        $"What {after.Name} changes");

    /// <summary>Final figures of trained attempts, with intervals; means over the seeds where there are several.</summary>
    public static HtmlView Numbers(this Lab lab, params IReadOnlyList<Trained<Attempt>> attempts)
    {
        var seeds = lab.Seeds.Count;
        return Tables.Of(
            ["Attempt", "Steps", "Training", "Training, plain", "Validation", "95 % interval", "Balanced", "Best epoch"],
            attempts.Select(attempt => (IReadOnlyList<object?>)
            [
                attempt.Label,
                attempt.Seeds[0].Metrics.Steps,
                Percent(attempt, m => m.TrainAccuracy),
                Percent(attempt, m => m.TrainAccuracyPlain ?? double.NaN),
                Percent(attempt, m => m.ValidationAccuracy),
                LabViews.Words(attempt.ValidationInterval),
                Percent(attempt, m => m.BalancedAccuracy),
                $"{attempt.Seeds[0].Metrics.BestEpoch} ({LabViews.Percent(attempt.Seeds[0].Metrics.BestValidationAccuracy)})",
            ]),
            "Accuracies after the last epoch; plain: dropout and augmentation off"
            + (seeds == 1 ? "" : $"; mean of {seeds} seeds ± half their range"));
    }

    /// <summary>The prediction for one validation photo: the photo, the five likeliest classes, all of them to unfold.</summary>
    /// <param name="attempt">Whose prediction.</param>
    /// <param name="photo">Index into its predictions, or null where no photo fits the rule.</param>
    public static HtmlView Panel(Trained<Attempt> attempt, int? photo) =>
        photo is { } index ? Panel(attempt.Validation, index)
            : Notes.Of("No such photo.", "Among this run's predictions none fits the rule.");

    static HtmlView Panel(Predictions predictions, int photo) =>
        Panels.Prediction(predictions.Paths[photo], predictions.Classes, predictions.Row(photo).ToArray(), predictions.Labels[photo]);

    internal static string Percent(Trained<Attempt> attempt, Func<RunMetrics, double> share) =>
        LabViews.Percent(attempt.Mean(share))
        + (attempt.Seeds.Count == 1 ? ""
            : $"\u00a0±\u00a0{(100 * attempt.Range(share) / 2).ToString("0.0", CultureInfo.InvariantCulture)}");
}

/// <summary>A model summary as a table for a page.</summary>
public static class SummaryView
{
    /// <summary>Layers with output shapes and parameters, and the totals below.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="caption">What it is the summary of.</param>
    public static HtmlView Of(SummaryTable summary, string caption) => LabViews.Join(
        Tables.Of(
            ["Layer", "Type", "Output shape", "Parameters"],
            summary.Rows.Select(row => (IReadOnlyList<object?>)[row.Layer, row.Type, row.OutputShape, row.Parameters]),
            caption),
        Notes.Of(
            $"Total parameters: {Grouped(summary.Total)} ({summary.Mebibytes.ToString("0.00", CultureInfo.InvariantCulture)} MB).",
            $"Trainable: {Grouped(summary.Trainable)}. Non-trainable: {Grouped(summary.NonTrainable)}."));

    static string Grouped(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
