using System.Collections.Immutable;

namespace Derma.Training;

/// <summary>How the ridge baseline is fitted.</summary>
public sealed record RidgeOptions
{
    /// <summary>The penalties to choose from, on standardised features; the best on the validation photos is taken.</summary>
    public ImmutableArray<double> Penalties { get; init; } = [3, 10, 30, 100, 300, 1_000, 3_000];

    /// <summary>
    /// A photo of class c weighs (n / (K · n_c)) to this power: 0 weighs photos alike, which leaves rare classes out, 1 weighs classes
    /// alike, which costs accuracy. The square root is the middle, as in the better recipe for the CNN.
    /// </summary>
    public double ClassWeightPower { get; init; } = 0.5;
}

/// <summary>
/// Ridge regression on <see cref="ColourFeatures"/>: what colour alone tells, within seconds. A network that does not beat it has learnt no
/// shape.
/// </summary>
/// <remarks>
/// On the test photos of ham10000-7 such a regression is known to reach an accuracy of about .69 and a balanced accuracy of about .47.
/// The square roots in the histogram and in the class weights are what brings both figures at once.
/// </remarks>
public sealed class RidgeBaseline
{
    readonly RidgeModel model;
    readonly IReadOnlyList<string> classes;

    RidgeBaseline(RidgeModel model, double penalty, IReadOnlyList<string> classes) =>
        (this.model, Penalty, this.classes) = (model, penalty, classes);

    /// <summary>The penalty that did best on the validation photos.</summary>
    public double Penalty { get; }

    /// <summary>
    /// Chooses the penalty, by fits to the training photos and their accuracy on the validation photos, the larger among equals, and then
    /// fits to both parts: the highest bar that these features set. Only the test photos can judge it.
    /// </summary>
    /// <param name="train">Photos to fit to.</param>
    /// <param name="validation">Photos to choose by.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="options">Penalties and class weights.</param>
    /// <exception cref="UserError">A part has no photo that can be read.</exception>
    public static RidgeBaseline Fit(PixelCache train, PixelCache validation, IReadOnlyList<string> classes, RidgeOptions? options = null)
    {
        if (train.Count == 0 || validation.Count == 0)
            throw new UserError("The ridge baseline needs training and validation photos; one of the two parts has none.");
        options ??= new RidgeOptions();
        var (fitted, chosen) = (ColourFeatures.Of(train), ColourFeatures.Of(validation));
        var regression = Regression(fitted, train.Labels(), classes.Count, options);
        var penalty = options.Penalties.OrderDescending()
            .MaxBy(penalty => validation.Predicted(regression.Solve(penalty).Probabilities(chosen), classes).Metrics().Accuracy);
        var both = Regression([.. fitted, .. chosen], [.. train.Labels(), .. validation.Labels()], classes.Count, options);
        return new RidgeBaseline(both.Solve(penalty), penalty, classes);
    }

    /// <summary>What it says about photos; <see cref="RidgeModel.Probabilities"/> tells how scores become probabilities.</summary>
    /// <param name="photos">Photos of the size that it was fitted to.</param>
    public Predictions Predict(PixelCache photos) => photos.Predicted(model.Probabilities(ColourFeatures.Of(photos)), classes);

    static RidgeRegression Regression(float[][] features, int[] labels, int classes, RidgeOptions options)
    {
        var counts = labels.CountBy(label => label).ToDictionary();
        double Weight(int label) => Math.Pow(labels.Length / ((double)classes * counts[label]), options.ClassWeightPower);
        return new RidgeRegression(features, labels, Array.ConvertAll(labels, Weight), classes);
    }
}
