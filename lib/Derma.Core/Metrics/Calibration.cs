namespace Derma.Core;

/// <summary>Whether confidences mean what they say: of all answers given at 90 %, nine in ten should be right.</summary>
public sealed class Calibration
{
    /// <summary>Bins of equal width that the literature uses (Guo et al. 2017).</summary>
    public const int UsualBins = 15;

    // Probabilities are stored as floats: a 0 is anything below the least normal one, and its logarithm is finite.
    const double LeastProbability = 1.17549435e-38;

    Calibration(IReadOnlyList<ReliabilityBin> bins, double brier, double negativeLogLikelihood)
    {
        (Bins, Brier, NegativeLogLikelihood) = (bins, brier, negativeLogLikelihood);
        double photos = bins.Sum(bin => bin.Count);
        ExpectedError = bins.Sum(bin => bin.Count / photos * bin.Gap);
        MaximumError = bins.Max(bin => bin.Gap);
    }

    /// <summary>Bins of equal width over [0, 1], in rising order.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>ECE = Σ n_b / n · |accuracy_b − confidence_b| (Naeini, Cooper, Hauskrecht 2015), of the predicted class.</summary>
    public double ExpectedError { get; }

    /// <summary>MCE = max |accuracy_b − confidence_b| over the bins that hold photos.</summary>
    public double MaximumError { get; }

    /// <summary>Brier score of several classes (Brier 1950): mean over photos of Σ_c (p_c − y_c)², 0 to 2.</summary>
    public double Brier { get; }

    /// <summary>Mean of −ln p of the true class, in nats.</summary>
    public double NegativeLogLikelihood { get; }

    /// <summary>Measures calibration.</summary>
    /// <param name="predictions">At least one photo.</param>
    /// <param name="bins">Number of bins.</param>
    /// <exception cref="UserError">There is no photo, or no bin.</exception>
    public static Calibration Of(Predictions predictions, int bins = UsualBins)
    {
        if (bins < 1) throw new UserError($"{bins} bins cannot hold predictions; give at least one.");
        if (predictions.Count == 0) throw new UserError("There are no predictions to calibrate; give at least one photo's.");
        var photos = Enumerable.Range(0, predictions.Count);
        var byBin = photos.ToLookup(i => Bin(predictions.Confidence(i), bins));
        return new Calibration(
            [.. Enumerable.Range(0, bins).Select(b => Of(predictions, [.. byBin[b]], (double)b / bins, (b + 1.0) / bins))],
            photos.Average(i => SquaredError(predictions.Row(i), predictions.Labels[i])),
            photos.Sum(i => -Log(predictions.Row(i)[predictions.Labels[i]])) / predictions.Count);
    }

    /// <summary>ln p, finite also where p was too small to store.</summary>
    public static double Log(double probability) => Math.Log(Math.Max(probability, LeastProbability));

    static int Bin(double confidence, int bins) => Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);

    static ReliabilityBin Of(Predictions predictions, int[] photos, double low, double high) => photos.Length == 0
        ? new ReliabilityBin(low, high, 0, double.NaN, double.NaN)
        : new ReliabilityBin(
            low, high, photos.Length, photos.Average(i => (double)predictions.Confidence(i)),
            (double)photos.Count(predictions.IsCorrect) / photos.Length);

    static double SquaredError(ReadOnlySpan<float> row, int label)
    {
        double sum = 0;
        for (var c = 0; c < row.Length; c++) sum += Math.Pow(row[c] - (c == label ? 1.0 : 0.0), 2);
        return sum;
    }
}

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
