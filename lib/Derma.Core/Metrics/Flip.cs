namespace Derma.Core;

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
