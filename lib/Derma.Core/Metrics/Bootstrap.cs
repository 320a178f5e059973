namespace Derma.Core;

/// <summary>
/// Intervals by resampling the photos with replacement (Efron 1979). They say how far a figure would move with other photos of the same kind;
/// nothing about other trainings of the same network.
/// </summary>
public static class Bootstrap
{
    /// <summary>A figure of one classifier with its percentile interval.</summary>
    /// <param name="predictions">At least one photo.</param>
    /// <param name="figure">Which figure.</param>
    /// <param name="options">Resamples, seed, confidence; the defaults where null.</param>
    /// <remarks>A class whose photos are all right, or all wrong, stays so in every resample: with few photos the interval is then too short.</remarks>
    /// <exception cref="UserError">There is no photo, or the options make no sense.</exception>
    public static BootstrapEstimate Of(Predictions predictions, BootstrapFigure figure, BootstrapOptions? options = null) =>
        Estimate([predictions], figure, options ?? new BootstrapOptions());

    /// <summary>
    /// How much higher the second classifier's figure is than the first's, with its percentile interval. Both are resampled with the same photos
    /// (paired), so that what makes a photo hard for both cancels out.
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
