namespace Derma.Core;

/// <summary>Three telling predictions, picked by rule so that nobody can pick the prettiest (CNN report, Figs. 8 to 10).</summary>
/// <param name="Mixed">The wrong answer whose true class comes second and closest behind (Fig. 8); null where there is none.</param>
/// <param name="SureAndRight">The right answer with the highest confidence (Fig. 9); null where every answer is wrong.</param>
/// <param name="SureAndWrong">The wrong answer with the highest confidence (Fig. 10); null where every answer is right.</param>
public sealed record ExamplePredictions(int? Mixed, int? SureAndRight, int? SureAndWrong)
{
    /// <summary>Applies the three rules; the first photo wins among equals.</summary>
    /// <param name="predictions">Probabilities of a whole set.</param>
    public static ExamplePredictions Pick(Predictions predictions)
    {
        var right = Enumerable.Range(0, predictions.Count).Where(predictions.IsCorrect).ToList();
        var wrong = Enumerable.Range(0, predictions.Count).Where(i => !predictions.IsCorrect(i)).ToList();
        var nearlyRight = wrong.Where(i => predictions.Top(i, 2)[1].Class == predictions.Labels[i]).ToList();
        return new ExamplePredictions(
            Highest(nearlyRight, i => predictions.Row(i)[predictions.Labels[i]] - predictions.Confidence(i)),
            Highest(right, i => predictions.Confidence(i)),
            Highest(wrong, i => predictions.Confidence(i)));
    }

    static int? Highest(List<int> photos, Func<int, float> score) => photos.Count == 0 ? null : photos.MaxBy(score);
}
