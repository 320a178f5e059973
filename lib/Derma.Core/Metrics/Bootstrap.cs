namespace Derma.Core;

/// <summary>
/// Intervals by resampling the photos with replacement (Efron 1979). They say how far a figure would move with other photos of the same
/// kind; nothing about other trainings of the same network.
/// </summary>
public static class Bootstrap
{
    /// <summary>A figure of one classifier with its percentile interval.</summary>
    /// <param name="predictions">At least one photo.</param>
    /// <param name="figure">Which figure.</param>
    /// <param name="options">Resamples, seed, confidence; the defaults where null.</param>
    /// <remarks>
    /// A class whose photos are all right, or all wrong, stays so in every resample: with few photos the interval is then too short.
    /// </remarks>
    /// <exception cref="UserError">There is no photo, or the options make no sense.</exception>
    public static BootstrapEstimate Of(Predictions predictions, BootstrapFigure figure, BootstrapOptions? options = null) =>
        Estimate([predictions], figure, options ?? new BootstrapOptions());

    /// <summary>
    /// How much higher the second classifier's figure is than the first's, with its percentile interval. Both are resampled with the same
    /// photos (paired), so that what makes a photo hard for both cancels out.
    /// </summary>
    /// <param name="first">One classifier's predictions.</param>
    /// <param name="second">The other's, of the same photos.</param>
    /// <param name="figure">Which figure.</param>
    /// <param name="options">Resamples, seed, confidence; the defaults where null.</param>
    /// <exception cref="UserError">The photos, labels or classes differ, there is no photo, or the options make no sense.</exception>
    public static BootstrapEstimate Difference(
        Predictions first, Predictions second, BootstrapFigure figure = BootstrapFigure.Accuracy, BootstrapOptions? options = null)
    {
        SamePhotos.Require([new("first", first), new("second", second)]);
        return Estimate([first, second], figure, options ?? new BootstrapOptions());
    }

    static BootstrapEstimate Estimate(Predictions[] classifiers, BootstrapFigure figure, BootstrapOptions options)
    {
        options.Validate();
        var (labels, classes) = (classifiers[0].Labels, classifiers[0].Classes.Count);
        if (labels.Length == 0) throw new UserError("There are no predictions to resample; give at least one photo's.");
        int[][] answers = [.. classifiers.Select(c => Enumerable.Range(0, c.Count).Select(c.Predicted).ToArray())];
        var resampler = new Resampler(labels, answers, options.Stratified ?? figure != BootstrapFigure.Accuracy);
        CellFigure[] figures = [.. answers.Select(answer => new CellFigure(At(labels), At(answer), classes))];

        var resampled = new double[options.Resamples];
        var counts = new int[resampler.Examples.Count];
        for (var r = 0; r < resampled.Length; r++)
        {
            resampler.Draw(options.Seed, r, counts);
            resampled[r] = Rise(counts);
        }

        return BootstrapEstimate.Of(Rise(resampler.Observed()), resampled, options.Confidence);

        int[] At(int[] values) => [.. resampler.Examples.Select(photo => values[photo])];

        double Rise(int[] cells) => figures[^1].Of(figure, cells) - (figures.Length == 1 ? 0 : figures[0].Of(figure, cells));
    }
}

/// <summary>The figure of which a bootstrap gives the interval; <see cref="ClassificationMetrics"/> defines them.</summary>
public enum BootstrapFigure
{
    /// <summary>Correct / all.</summary>
    Accuracy,

    /// <summary>Mean recall over the classes that occur among the labels.</summary>
    BalancedAccuracy,

    /// <summary>Mean F1 over the classes that occur among the labels or the predictions.</summary>
    MacroF1,
}

/// <summary>How a bootstrap resamples.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Resamples drawn.</summary>
    public int Resamples { get; init; } = 10_000;

    /// <summary>The same seed gives the same interval, on every machine.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Confidence of the interval, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>
    /// Whether photos are drawn within their true class, so that every resample has the test set's class counts. Null leaves it to the
    /// figure: the accuracy is a share of photos, drawn from the whole set like the coins of McNemar's test; the averages over classes are
    /// stratified, because the split that made the set was, and because a plain resample can lose a rare class and then averages over
    /// others.
    /// </summary>
    public bool? Stratified { get; init; }

    /// <summary>Refuses what cannot be drawn.</summary>
    /// <exception cref="UserError">No resample, or a confidence outside (0, 1).</exception>
    public void Validate()
    {
        if (Resamples < 1) throw new UserError($"Resamples is {Resamples}; draw at least one.");
        if (Confidence is not (> 0 and < 1))
            throw new UserError($"Confidence is {Confidence}; give a share between 0 and 1, such as 0.95.");
    }
}

/// <summary>A measured figure with what resampling says about its uncertainty.</summary>
/// <param name="Value">The figure of the photos as they are.</param>
/// <param name="Interval">Percentile interval (Efron 1979; Efron, Tibshirani 1993, chapter 13).</param>
/// <param name="Resampled">The figure of every resample, in rising order.</param>
public sealed record BootstrapEstimate(double Value, Interval Interval, IReadOnlyList<double> Resampled)
{
    /// <summary>Sorts the resampled figures and cuts off both tails.</summary>
    public static BootstrapEstimate Of(double value, double[] resampled, double confidence)
    {
        Array.Sort(resampled);
        var tail = (1 - confidence) / 2;
        var interval = new Interval(Percentile.Quantile(resampled, tail), Percentile.Quantile(resampled, 1 - tail));
        return new BootstrapEstimate(value, interval, resampled);
    }
}
