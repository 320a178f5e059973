namespace Derma.Core;

/// <summary>One class taken against the rest. A share of nothing counts as 0.</summary>
/// <param name="Class">Class name.</param>
/// <param name="Support">Photos of this class.</param>
/// <param name="Predicted">Photos predicted as this class.</param>
/// <param name="Correct">Photos of this class that were predicted as this class (TP).</param>
/// <param name="OneVersusRestAccuracy">(TP + TN) / all, the formula of Smart Derma 5.1.</param>
public sealed record ClassMetrics(string Class, int Support, int Predicted, int Correct, double OneVersusRestAccuracy)
{
    /// <summary>TP / (TP + FP).</summary>
    public double Precision => Ratio(Correct, Predicted);

    /// <summary>TP / (TP + FN).</summary>
    public double Recall => Ratio(Correct, Support);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2 * Correct, Support + Predicted);

    static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
