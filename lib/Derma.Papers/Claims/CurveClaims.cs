using MathNet.Numerics.Statistics;

namespace Derma.Papers;

/// <summary>What training histories say about the results and figures of the CNN report (sections 3.7, 4.1 and 4.2).</summary>
public static class CurveClaims
{
    const int Attempts = 10;

    /// <summary>Training accuracy this far above validation accuracy is called overfitting.</summary>
    const double OverfittingGap = 0.10;

    /// <summary>Checks the results of one attempt.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="attempt">1 to 10.</param>
    /// <param name="history">Its epochs; for attempt 10 those it added.</param>
    /// <param name="interval">95 % interval of the last epoch's validation accuracy.</param>
    /// <param name="before">The attempt before it; null leaves out what compares the two.</param>
    public static IReadOnlyList<ClaimCheck> CheckAttempt(
        ClaimBook book, int attempt, History history, Interval? interval = null, History? before = null)
    {
        var end = history.Epochs[^1];
        var prefix = $"cnn.attempt-{attempt:00}.";
        List<(string Id, ClaimValue Measured, Interval? Interval)> found =
        [
            (prefix + "train-accuracy", end.TrainAccuracy, null),
            (prefix + "validation-accuracy", end.ValidationAccuracy, interval),
            (prefix + "overfits", Tail(history, e => e.TrainAccuracy) - Tail(history, e => e.ValidationAccuracy) >= OverfittingGap, null),
        ];
        if (before is not null) found.Add((prefix + "accuracy-change", end.ValidationAccuracy - before.Epochs[^1].ValidationAccuracy,
            null));
        if (attempt == Attempts)
        {
            found.Add(("cnn.peak.validation-accuracy", BestAccuracy(history), null));
            found.Add(("cnn.conclusion.accuracy", end.ValidationAccuracy, interval));
        }

        return [.. found.Where(row => book.Ledger.Contains(row.Id)).Select(row => book.Check(row.Id, row.Measured, row.Interval))];
    }

    /// <summary>Checks what Figs. 3 to 7 show, as far as their attempts are there.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="histories">Histories by attempt.</param>
    public static IReadOnlyList<ClaimCheck> CheckFigures(ClaimBook book, IReadOnlyDictionary<int, History> histories)
    {
        var found = new List<ClaimCheck>();
        if (histories.TryGetValue(9, out var ninth)) found.AddRange(Ninth(book, ninth));
        if (ninth is not null && histories.TryGetValue(10, out var tenth)) found.AddRange(Tenth(book, ninth, tenth));
        if (Enumerable.Range(1, Attempts).All(histories.ContainsKey)) found.AddRange(Whole(book, histories));
        return found;
    }

    static IEnumerable<ClaimCheck> Ninth(ClaimBook book, History ninth) =>
    [
        book.Check("cnn.fig-03.train-accuracy", ninth.Epochs.Max(e => e.TrainAccuracy)),
        book.Check("cnn.fig-03.validation-accuracy", Tail(ninth, e => e.ValidationAccuracy)),
        book.Check("cnn.attempt-09.train-loss", ninth.Epochs[^1].TrainLoss),
        book.Check("cnn.attempt-09.validation-loss", Median(ninth)),
    ];

    static IEnumerable<ClaimCheck> Tenth(ClaimBook book, History ninth, History tenth) =>
    [
        book.Check("cnn.fig-04.start-change",
            tenth.Epochs.First(e => e.Validated).ValidationAccuracy - ninth.Epochs[^1].ValidationAccuracy),
        book.Check("cnn.fig-04.train-accuracy", tenth.Epochs.Max(e => e.TrainAccuracy)),
        book.Check("cnn.fig-04.validation-accuracy", BestAccuracy(tenth)),
        book.Check("cnn.attempt-10.train-loss", tenth.Epochs[^1].TrainLoss),
        book.Check("cnn.attempt-10.validation-loss", Median(tenth)),
        book.Check("cnn.attempt-10.validation-loss-spread", Variance(tenth) / Variance(ninth)),
        book.Check("cnn.fig-07.validation-accuracy-final", BestAccuracy(tenth)),
    ];

    static IEnumerable<ClaimCheck> Whole(ClaimBook book, IReadOnlyDictionary<int, History> histories)
    {
        var losses = histories.Values.SelectMany(Losses).ToList();
        var before = Enumerable.Range(1, Attempts - 1).Max(attempt => BestAccuracy(histories[attempt]));
        return
        [
            book.Check("cnn.fig-07.validation-loss-below-2", losses.Count(loss => loss < 2) / (double)losses.Count),
            book.Check("cnn.fig-07.validation-accuracy-before", before),
            book.Check("cnn.attempt-10.best-of-all", BestAccuracy(histories[Attempts]) > before),
        ];
    }

    static double BestAccuracy(History history) => history.Best?.ValidationAccuracy ?? double.NaN;

    static List<double> Losses(History history) => [.. history.Epochs.Where(e => e.Validated).Select(e => e.ValidationLoss)];

    // The mean of the last tenth: one epoch of a noisy curve is no result.
    static double Tail(History history, Func<EpochMetrics, double> value)
    {
        var validated = history.Epochs.Where(e => e.Validated).ToList();
        return validated.TakeLast(Math.Max(1, validated.Count / 10)).Select(value).DefaultIfEmpty(double.NaN).Average();
    }

    static double Median(History history) => Percentile.Median(Losses(history));

    static double Variance(History history) => Losses(history).PopulationVariance();
}
