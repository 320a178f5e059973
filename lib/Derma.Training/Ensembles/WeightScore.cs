namespace Derma.Training;

/// <summary>How one choice of weights votes. Scores are ordered: accuracy, then macro F1, then nearness to equal weights.</summary>
/// <remarks>
/// Ties are the rule: a vote changes only where some photo's two best classes change places, so the scores are constant on whole patches of the
/// simplex. Among equals the weights nearest to equal are preferred: they claim least about which model is better, and lie well inside the patch
/// rather than at an end that other photos would move.
/// </remarks>
/// <param name="Weights">The weights, by the models' full names.</param>
/// <param name="Accuracy">Correct / all.</param>
/// <param name="MacroF1">Mean F1 over the classes.</param>
/// <param name="FromEqual">Euclidean distance of the weights from equal ones.</param>
public sealed record WeightScore(EnsembleWeights Weights, double Accuracy, double MacroF1, double FromEqual) : IComparable<WeightScore>
{
    const int Decimals = 12;

    /// <summary>Positive where this score is better. Differences below 1e-12 are rounding and count as none.</summary>
    public int CompareTo(WeightScore? other) => other is null ? 1 : Key.CompareTo(other.Key);

    (double Accuracy, double MacroF1, double Nearness) Key =>
        (Math.Round(Accuracy, Decimals), Math.Round(MacroF1, Decimals), Math.Round(-FromEqual, Decimals));

    public static WeightScore Of(string[] names, Predictions[] members, double[] weights)
    {
        var metrics = SoftVote.Combine(members, weights).Metrics();
        var named = new EnsembleWeights(names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second));
        return new WeightScore(named, metrics.Accuracy, metrics.Macro.F1, Math.Sqrt(weights.Sum(w => Math.Pow(w - 1.0 / weights.Length, 2))));
    }
}
