using System.Globalization;

namespace Derma.Papers;

/// <summary>What notebooks show of their lab: tables, panels and notes.</summary>
public static class LabViews
{
    /// <summary>The two things every page must say, and the choices of this run.</summary>
    public static HtmlView Notice(this Lab lab)
    {
        var scale = lab.Options.Scale;
        var choices = Notes.Of(
            $"This run: {lab.Photos.Title}, scale “{scale.Name}”.",
            $"{lab.Photos.Of(Subset.Train).Count} training and {lab.Photos.Of(Subset.Validation).Count} validation photos of {lab.Photos.Classes.Count} classes at "
            + $"{lab.ImageSize} × {lab.ImageSize} pixels; {Count(lab.Seeds.Count, "seed")}, {Count(lab.Options.Threads, "thread")}. The scale is {scale.About}.");
        return Join(Notes.NotForDiagnosis, lab.Photos.Synthetic ? Notes.BuiltInDrawings : null, choices);
    }

    /// <summary>The network of an attempt, layer by layer, for this run's classes and picture size.</summary>
    public static HtmlView Summary(this Lab lab, Attempt attempt)
    {
        var options = attempt.Network(lab.Photos.Classes.Count, lab.Options.Scale.ImageSize);
        using var model = new PaperCnn(options);
        var note = !options.IsPaddedBelowMinimum ? null : Notes.Of(
            "Padded.",
            $"{options.Filters.Count} unpadded convolutions need pictures of {options.MinimumSize(options.Padding)} pixels and this scale has {options.ImageSize}: the convolutions are padded here.");
        return Join(note, SummaryView.Of(ModelSummary.Of(model), $"{attempt.Name} at {options.ImageSize} × {options.ImageSize} pixels, {options.Classes} classes"));
    }

    /// <summary>What an attempt changes of the one before it.</summary>
    public static HtmlView Changes(Attempt before, Attempt after) => Tables.Of(
        ["Option", before.Name, after.Name],
        after.ChangesFrom(before).Select(change => (IReadOnlyList<object?>)[change.Option, change.Before, change.After]),
        $"What {after.Name} changes");

    /// <summary>Final figures of trained attempts, with intervals; means over the seeds where there are several.</summary>
    public static HtmlView Numbers(this Lab lab, params IReadOnlyList<TrainedAttempt> attempts)
    {
        var seeds = lab.Options.AllSeeds.Count;
        return Tables.Of(
            ["Attempt", "Steps", "Training accuracy", "… dropout and augmentation off", "Validation accuracy", "95 % interval", "Balanced accuracy", "Macro F1", "Best epoch", "Seconds"],
            attempts.Select(attempt => (IReadOnlyList<object?>)
            [
                attempt.Name,
                attempt.Seeds[0].Metrics.Steps,
                Percent(attempt, m => m.TrainAccuracy),
                Percent(attempt, m => m.TrainAccuracyPlain),
                Percent(attempt, m => m.ValidationAccuracy),
                $"{Percent(attempt.ValidationInterval.Low)} to {Percent(attempt.ValidationInterval.High)}",
                Percent(attempt, m => m.BalancedAccuracy),
                attempt.Mean(m => m.MacroF1).ToString("0.000", CultureInfo.InvariantCulture),
                $"{attempt.Seeds[0].Metrics.BestEpoch} ({Percent(attempt.Seeds[0].Metrics.BestValidationAccuracy)})",
                attempt.Mean(m => m.Seconds).ToString("0.0", CultureInfo.InvariantCulture),
            ]),
            seeds == 1 ? "After the last epoch" : $"After the last epoch; mean of {seeds} seeds ± half their range");
    }

    /// <summary>A note on a place where a paper contradicts itself or is silent.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="number">Its number; of 34, which both papers have, the notebook's paper's.</param>
    public static HtmlView Contradiction(this Lab lab, int number) =>
        ContradictionNote.Html(Contradictions.Find(number, lab.Claims.Notebook));

    /// <summary>The prediction for one validation photo: the photo, the five likeliest classes, all of them to unfold.</summary>
    /// <param name="attempt">Whose prediction.</param>
    /// <param name="photo">Index into its predictions, or null where no photo fits the rule.</param>
    public static HtmlView Panel(TrainedAttempt attempt, int? photo) =>
        photo is { } index ? Panel(attempt.Predictions, index) : Notes.Of("No such photo.", "Among this run's predictions none fits the rule.");

    static HtmlView Panel(Predictions predictions, int photo) =>
        Panels.Prediction(predictions.Paths[photo], predictions.Classes, predictions.Row(photo).ToArray(), predictions.Labels[photo]);

    internal static HtmlView Join(params IEnumerable<HtmlView?> views) => new(string.Concat(views.Select(view => view?.Html)));

    internal static string Percent(double share) => share.ToString("0.0\u00a0%", CultureInfo.InvariantCulture);

    internal static string Percent(TrainedAttempt attempt, Func<AttemptMetrics, double> share) =>
        Percent(attempt.Mean(share)) + (attempt.Seeds.Count == 1 ? "" : $"\u00a0±\u00a0{(100 * attempt.Range(share) / 2).ToString("0.0", CultureInfo.InvariantCulture)}");

    internal static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
