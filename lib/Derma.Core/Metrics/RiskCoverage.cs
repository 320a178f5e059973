namespace Derma.Core;

/// <summary>
/// What is gained by answering only the photos that a classifier is surest of: the share of wrong answers among the surest 1, 2, … n
/// photos (El-Yaniv, Wiener 2010).
/// </summary>
public sealed class RiskCoverage
{
    RiskCoverage(bool[] right)
    {
        var wrong = 0;
        Risks = [.. right.Select((isRight, i) => (wrong += isRight ? 0 : 1) / (i + 1.0))];
        (Area, Errors) = (Risks.Average(), wrong);
    }

    /// <summary>At place k − 1 the share of wrong answers among the k surest photos; the last is the plain error.</summary>
    public IReadOnlyList<double> Risks { get; }

    /// <summary>Mean of the risks over all coverages (Geifman, Uziel, El-Yaniv 2019); lower is better.</summary>
    public double Area { get; }

    /// <summary>Wrong answers among all photos.</summary>
    public int Errors { get; }

    /// <summary>The area of a confidence that puts every wrong answer behind every right one: what no order can be below.</summary>
    public double LeastArea => Enumerable.Range(1, Errors).Sum(wrong => wrong / (double)(Risks.Count - Errors + wrong)) / Risks.Count;

    /// <summary>The curve of a classifier's own confidence; of equals the earlier photo counts as surer.</summary>
    /// <param name="predictions">At least one photo.</param>
    /// <exception cref="UserError">There is no photo.</exception>
    public static RiskCoverage Of(Predictions predictions)
    {
        if (predictions.Count == 0) throw new UserError("There are no predictions to order by confidence; give at least one photo's.");
        var surest = Enumerable.Range(0, predictions.Count).OrderByDescending(predictions.Confidence);
        return new RiskCoverage([.. surest.Select(predictions.IsCorrect)]);
    }

    /// <summary>The share of wrong answers where so many of the photos are answered, the surest first.</summary>
    /// <param name="coverage">Share of the photos, above 0, up to 1; at least one photo is answered.</param>
    /// <exception cref="UserError">The coverage is no share.</exception>
    public double At(double coverage) => coverage is > 0 and <= 1
        ? Risks[Math.Max(1, (int)Math.Round(coverage * Risks.Count)) - 1]
        : throw new UserError($"The share of photos to answer is {coverage}; give one above 0 and up to 1.");
}
