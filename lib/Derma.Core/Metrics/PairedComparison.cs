namespace Derma.Core;

/// <summary>Two classifiers on the same photos: is the second better, by how much, and on which photos do they differ?</summary>
/// <param name="Test">McNemar's exact test of equal accuracy.</param>
/// <param name="Accuracy">Accuracy of the second minus that of the first, with its paired bootstrap interval.</param>
/// <param name="BalancedAccuracy">The same of balanced accuracy.</param>
/// <param name="MacroF1">The same of macro F1.</param>
/// <param name="Flips">The photos that they answer differently, in photo order.</param>
public sealed record PairedComparison(
    McNemar Test, BootstrapEstimate Accuracy, BootstrapEstimate BalancedAccuracy, BootstrapEstimate MacroF1, IReadOnlyList<Flip> Flips)
{
    /// <summary>Photos of one kind of flip.</summary>
    public int Count(FlipKind kind) => Flips.Count(flip => flip.Kind == kind);

    /// <summary>Compares two classifiers.</summary>
    /// <param name="first">One classifier's predictions.</param>
    /// <param name="second">The other's, of the same photos.</param>
    /// <param name="options">Resamples, seed, confidence; the defaults where null.</param>
    /// <exception cref="UserError">The photos, labels or classes differ, there is no photo, or the options make no sense.</exception>
    public static PairedComparison Of(Predictions first, Predictions second, BootstrapOptions? options = null)
    {
        BootstrapEstimate Difference(BootstrapFigure figure) => Bootstrap.Difference(first, second, figure, options);
        return new PairedComparison(
            McNemar.Of(first, second),
            Difference(BootstrapFigure.Accuracy),
            Difference(BootstrapFigure.BalancedAccuracy),
            Difference(BootstrapFigure.MacroF1),
            Flip.Between(first, second));
    }
}
