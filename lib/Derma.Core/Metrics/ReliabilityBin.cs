namespace Derma.Core;

/// <summary>The photos whose confidence lies in one interval.</summary>
/// <param name="Low">Lower end, itself outside except for 0.</param>
/// <param name="High">Upper end, itself inside.</param>
/// <param name="Count">Photos.</param>
/// <param name="Confidence">Their mean confidence, NaN without photos.</param>
/// <param name="Accuracy">The share of them that is right, NaN without photos.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double Confidence, double Accuracy)
{
    /// <summary>|accuracy − confidence|; 0 without photos.</summary>
    public double Gap => Count == 0 ? 0 : Math.Abs(Accuracy - Confidence);
}
