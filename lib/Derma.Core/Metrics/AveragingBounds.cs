namespace Derma.Core;

/// <summary>
/// The greatest F1 that a printed precision and recall allow, whatever the classes behind them are, as long as all three are averaged over
/// the classes in the same way (Smart Derma, Tables 3 and 4).
/// </summary>
/// <remarks>
/// <para>
/// A class's F1 is the harmonic mean H(P, R) = 2PR / (P + R) of its precision and recall, and H(P, R) ≤ (P + R) / 2, since (P + R)² − 4PR =
/// (P − R)² ≥ 0. Averaging both sides with the same weights, all equal (macro) or by photos (weighted), keeps the inequality: F1 ≤ (P + R)
/// / 2 also of the averages. In the micro average of one label a photo all three are the accuracy.
/// </para>
/// <para>
/// H is moreover concave, so by Jensen an average of H is at most H of the averages (Opitz, Burst 2019): the slightly sharper
/// F1 ≤ 2PR / (P + R). Both bounds rise with P and R, so the upper ends of the rounding intervals give the greatest.
/// </para>
/// </remarks>
/// <param name="Precision">Printed precision.</param>
/// <param name="Recall">Printed recall.</param>
/// <param name="HalfWidth">Half a unit of the last printed digit: 0.005 for two decimals.</param>
public sealed record AveragingBounds(double Precision, double Recall, double HalfWidth = 0.005)
{
    const double RoundingError = 1e-12;

    /// <summary>(P + R) / 2 at the upper ends of the rounding intervals.</summary>
    public double GreatestMean => (Upper(Precision) + Upper(Recall)) / 2;

    /// <summary>2PR / (P + R) at the upper ends of the rounding intervals; 0 where both are 0.</summary>
    public double GreatestF1 => Upper(Precision) + Upper(Recall) is var sum && sum == 0 ? 0 : 2 * Upper(Precision) * Upper(Recall) / sum;

    /// <summary>
    /// A classifier whose figures round to all four numbers of Table 3's MobileNetV3 row, but only when averages are mixed: accuracy 85.6
    /// %, macro precision 0.85, macro recall 0.84 and weighted F1 0.86. 125 photos of two classes.
    /// </summary>
    public static ConfusionMatrix MixedAverages { get; } = new(new[,] { { 71, 8 }, { 10, 36 } }, ["common", "rare"]);

    /// <summary>Whether some classifier could have this printed F1 under one averaging, every number being rounded.</summary>
    /// <param name="f1">Printed F1, with as many digits as the others.</param>
    public bool Allows(double f1) => f1 - HalfWidth <= GreatestF1 + RoundingError;

    double Upper(double printed) => Math.Min(1, printed + HalfWidth);
}
