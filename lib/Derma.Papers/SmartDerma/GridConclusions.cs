using System.Globalization;

namespace Derma.Papers;

/// <summary>What may be said of a grid search: each sentence follows from the results, whichever way they went.</summary>
public static class GridConclusions
{
    static readonly (string Name, Func<Trial, double> Value)[] settings =
    [
        ("batch size", trial => trial.BatchSize), ("learning rate", trial => trial.LearningRate),
        ("weight decay", trial => trial.WeightDecay), ("dropout", trial => trial.Dropout),
    ];

    /// <summary>How many trials learned, and by which rule.</summary>
    /// <param name="results">At least one trial.</param>
    public static string Learning(IReadOnlyList<TrialResult> results)
    {
        var (learned, rule) =
            (results.Count(result => result.Learned), $"above chance, 1/{results[0].Classes} = {LabViews.Percent(results[0].Chance)}");
        return learned == 0
            ? $"No trial learned: no interval of a balanced accuracy lies wholly {rule}. "
                + "Nothing is ranked, and nothing follows from this search."
            : $"{learned} of {results.Count} trials learned: their balanced accuracy's whole interval lies {rule}."
                + (learned < results.Count ? " The others are listed apart." : "");
    }

    /// <summary>What the seeds of one setting say of the first place.</summary>
    /// <param name="results">What a search gave.</param>
    /// <param name="repeats">Its best trial with several seeds.</param>
    public static string Spread(IReadOnlyList<TrialResult> results, IReadOnlyList<TrialResult> repeats)
    {
        var (ranked, range) = (results.Ranked(), Range(repeats));
        var found = Text($"The same setting gives macro F1 from {Low(repeats):0.000} to {High(repeats):0.000}: ")
            + Text($"a range of {range:0.000} for no other reason than the seed.");
        if (ranked.Count < 2)
            return $"{found} {(ranked.Count == 0 ? "No trial" : "Only one trial")} learned, so there is no second place to compare with.";
        var lead = ranked[0].MacroF1 - ranked[1].MacroF1;
        var shared = ranked.Count(result => ranked[0].MacroF1 - result.MacroF1 <= range);
        return found + (lead > range
            ? Text($" The best trial leads by {lead:0.000}, more than that: this search can tell its first from its second.")
            : Text($" The best trial leads by {lead:0.000}, not more than that: {shared} trials share the first place."));
    }

    /// <summary>What the narrower grid around the best trial brought.</summary>
    /// <param name="broad">The broad search.</param>
    /// <param name="narrow">The search around its best trial, which is part of it.</param>
    /// <param name="repeats">The broad search's best trial with several seeds.</param>
    public static string FineTuning(IReadOnlyList<TrialResult> broad, IReadOnlyList<TrialResult> narrow, IReadOnlyList<TrialResult> repeats)
    {
        var (before, after, range) = (broad.Best(), narrow.Best(), Range(repeats));
        if (!before.Learned || !after.Learned)
            return "There is no trial that learned to fine-tune around, so nothing follows from the narrower grid.";
        var gain = after.MacroF1 - before.MacroF1;
        if (gain <= 0)
            return Text($"Fine-tuning found nothing better than macro F1 {before.MacroF1:0.000}: the broad grid's best trial stays.");
        var found = Text($"Fine-tuning took macro F1 from {before.MacroF1:0.000} to {after.MacroF1:0.000}, by {gain:0.000}");
        return gain > range
            ? Text($"{found}: more than the seeds' range of {range:0.000}, though the best of several tries is always somewhat flattered.")
            : Text($"{found}: not more than the seeds' range of {range:0.000}, so the gain may be the luck of another try.");
    }

    /// <summary>Which setting explains most of the differences between trials.</summary>
    /// <param name="results">Every trial of a full grid.</param>
    public static string Decisive(IReadOnlyList<TrialResult> results)
    {
        if (results.Ranked().Count < 2) return "Too few trials learned to ask which setting matters most.";
        var shares = Shares(results);
        var most = shares.MaxBy(share => share.Share);
        if (most.Share == 0) return "All trials are equal: no setting explains anything.";
        var rest = 1 - shares.Sum(share => share.Share);
        return $"Here the {most.Name} explains most: {LabViews.Percent(most.Share)} of the variance of macro F1 between trials"
            + (most.Name == "learning rate" ? ", as is usual." : ", not the learning rate, as would be usual.")
            + $" {LabViews.Percent(rest)} is due to no setting by itself: to settings together, or to luck.";
    }

    /// <summary>
    /// The share of the variance of macro-F1 that each setting explains by itself: the variance of its values' means. In a full grid the
    /// shares add up to one with what settings do together.
    /// </summary>
    /// <param name="results">Every trial of a full grid.</param>
    public static IReadOnlyList<(string Name, double Share)> Shares(IReadOnlyList<TrialResult> results)
    {
        var mean = results.Average(result => result.MacroF1);
        var all = results.Sum(result => Math.Pow(result.MacroF1 - mean, 2));
        double Between(Func<Trial, double> value) => results.GroupBy(result => value(result.Trial))
            .Sum(group => group.Count() * Math.Pow(group.Average(result => result.MacroF1) - mean, 2));
        return [.. settings.Select(setting => (setting.Name, all == 0 ? 0 : Between(setting.Value) / all))];
    }

    static double Low(IReadOnlyList<TrialResult> repeats) => repeats.Min(result => result.MacroF1);

    static double High(IReadOnlyList<TrialResult> repeats) => repeats.Max(result => result.MacroF1);

    static double Range(IReadOnlyList<TrialResult> repeats) => High(repeats) - Low(repeats);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
