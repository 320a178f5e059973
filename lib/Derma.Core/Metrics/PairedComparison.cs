using MathNet.Numerics.Distributions;

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

/// <summary>
/// McNemar's exact test (McNemar 1947) of whether two classifiers are right equally often on the same photos. Only the photos that exactly
/// one of them gets right carry information; were the two equally good, each such photo would be a fair coin.
/// </summary>
/// <param name="OnlyFirst">b: photos that the first gets right and the second wrong.</param>
/// <param name="OnlySecond">c: photos that the second gets right and the first wrong.</param>
public sealed record McNemar(int OnlyFirst, int OnlySecond)
{
    /// <summary>Photos that exactly one gets right, n = b + c.</summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>
    /// Two-sided p = min(1, 2 · P(X ≤ min(b, c))) for X ~ Binomial(b + c, ½); 1 where nothing differs. Exact for any count: no normal or
    /// χ² approximation.
    /// </summary>
    public double PValue => Math.Min(1, 2 * LowerTail(Math.Min(OnlyFirst, OnlySecond), Discordant));

    /// <summary>Counts b and c.</summary>
    /// <param name="first">One classifier's predictions.</param>
    /// <param name="second">The other's, of the same photos.</param>
    /// <exception cref="UserError">The photos, labels or classes differ.</exception>
    public static McNemar Of(Predictions first, Predictions second)
    {
        SamePhotos.Require([new("first", first), new("second", second)]);
        var all = Enumerable.Range(0, first.Count);
        return new McNemar(
            all.Count(i => first.IsCorrect(i) && !second.IsCorrect(i)),
            all.Count(i => second.IsCorrect(i) && !first.IsCorrect(i)));
    }

    // Term by term: Binomial.CDF goes through the incomplete beta function and is off in the fifteenth digit.
    static double LowerTail(int most, int n) => Enumerable.Range(0, most + 1).Sum(k => Binomial.PMF(0.5, n, k));
}

/// <summary>A photo that two classifiers answer differently.</summary>
/// <param name="Photo">Index of the photo.</param>
/// <param name="Label">True class.</param>
/// <param name="From">The first classifier's answer.</param>
/// <param name="To">The second's.</param>
/// <param name="MarginFrom">How far the first's answer was above its runner-up, 0 to 1.</param>
/// <param name="MarginTo">The same for the second's.</param>
public sealed record Flip(int Photo, int Label, int From, int To, double MarginFrom, double MarginTo)
{
    /// <summary>What the change did.</summary>
    public FlipKind Kind => From == Label ? FlipKind.RightToWrong : To == Label ? FlipKind.WrongToRight : FlipKind.WrongToOtherWrong;

    /// <summary>Every photo whose answer differs, in photo order.</summary>
    /// <param name="first">One classifier's predictions.</param>
    /// <param name="second">The other's, of the same photos.</param>
    /// <exception cref="UserError">The photos, labels or classes differ.</exception>
    public static IReadOnlyList<Flip> Between(Predictions first, Predictions second)
    {
        SamePhotos.Require([new("first", first), new("second", second)]);
        return
        [
            .. from i in Enumerable.Range(0, first.Count)
               let answers = (From: first.Predicted(i), To: second.Predicted(i))
               where answers.From != answers.To
               select new Flip(i, first.Labels[i], answers.From, answers.To, first.Margin(i), second.Margin(i)),
        ];
    }
}

/// <summary>What a changed answer did to a photo.</summary>
public enum FlipKind
{
    /// <summary>The first classifier was right, the second is wrong.</summary>
    RightToWrong,

    /// <summary>The first classifier was wrong, the second is right.</summary>
    WrongToRight,

    /// <summary>Both are wrong, in different ways.</summary>
    WrongToOtherWrong,
}

/// <summary>Predictions may be combined or compared only where they speak of the same photos in the same order.</summary>
public static class SamePhotos
{
    /// <summary>Compares classes, labels and files of every model with those of the first.</summary>
    /// <param name="models">Name and predictions of each model.</param>
    /// <exception cref="UserError">There is no model, or one saw something else; names it and the first difference.</exception>
    public static void Require(IReadOnlyCollection<KeyValuePair<string, Predictions>> models)
    {
        if (models.Count == 0) throw new UserError("There are no predictions to combine; give at least one model's.");
        var (firstName, first) = models.First();
        foreach (var (name, other) in models)
            if (Difference(first, other) is { } difference)
                throw new UserError(
                    $"The predictions of '{name}' do not fit those of '{firstName}': {difference}; predict the same photos with both.");
    }

    static string? Difference(Predictions first, Predictions other)
    {
        if (!first.Classes.SequenceEqual(other.Classes))
            return $"the classes are {string.Join(", ", other.Classes)} and not {string.Join(", ", first.Classes)}";
        if (first.Count != other.Count) return $"there are {other.Count} photos and not {first.Count}";
        for (var i = 0; i < first.Count; i++)
        {
            if (first.Paths[i] != other.Paths[i]) return $"photo {i} is {other.Paths[i]} and not {first.Paths[i]}";
            if (first.Labels[i] != other.Labels[i])
                return $"photo {i}, {first.Paths[i]}, "
                    + $"is labelled {first.Classes[other.Labels[i]]} and not {first.Classes[first.Labels[i]]}";
        }

        return null;
    }
}
