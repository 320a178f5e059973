namespace Derma.Core;

/// <summary>
/// One number that makes all confidences softer or sharper and changes no answer (Guo, Pleiss, Sun, Weinberger 2017): softmax(z / T).
/// Stored probabilities are enough, for ln p differs from the logits z by a constant in each row, and softmax does not see constants.
/// </summary>
public static class TemperatureScaling
{
    /// <summary>The sharpest and the softest temperature that a fit may give.</summary>
    public const double Least = 0.05, Greatest = 20;

    /// <summary>
    /// The temperature with the least negative log-likelihood. In β = 1 / T it is convex (a mean of log-sum-exp less a linear term), so its
    /// slope only rises and is 0 at one place at most, which bisection finds.
    /// </summary>
    /// <param name="validation">Predictions of photos that judge nothing else; at least one.</param>
    /// <returns>T, above 1 where the model is too sure of itself; an end of the range where the minimum lies beyond it.</returns>
    /// <exception cref="UserError">There is no photo.</exception>
    public static double Fit(Predictions validation)
    {
        if (validation.Count == 0) throw new UserError("There are no predictions to fit a temperature to; give at least one photo's.");
        double low = 1 / Greatest, high = 1 / Least;
        if (Slope(validation, low) >= 0) return Greatest;
        if (Slope(validation, high) <= 0) return Least;
        while (high - low > 1e-12 * high)
        {
            var middle = (low + high) / 2;
            if (Slope(validation, middle) < 0) low = middle;
            else high = middle;
        }

        return 2 / (low + high);
    }

    /// <summary>The predictions at another temperature; the rows add up to 1 again.</summary>
    /// <param name="predictions">What a model said.</param>
    /// <param name="temperature">T, above 0; 1 changes nothing.</param>
    /// <exception cref="UserError">The temperature is not above 0.</exception>
    public static Predictions Apply(Predictions predictions, double temperature)
    {
        if (temperature is not (> 0 and < double.PositiveInfinity))
            throw new UserError($"The temperature is {temperature}; give a number above 0.");
        var classes = predictions.Classes.Count;
        var scaled = new float[predictions.Probabilities.Length];
        for (var i = 0; i < predictions.Count; i++)
            Apply(predictions.Row(i), temperature, scaled.AsSpan(i * classes, classes));
        return new Predictions(scaled, predictions.Labels, predictions.Paths, predictions.Classes);
    }

    /// <summary>The same for the probabilities of one photo.</summary>
    public static void Apply(ReadOnlySpan<float> row, double temperature, Span<float> target)
    {
        Span<double> shares = stackalloc double[row.Length];
        Softmax(row, 1 / temperature, shares);
        for (var c = 0; c < row.Length; c++) target[c] = (float)shares[c];
    }

    // d/dβ of the mean of −β ln p_true + ln Σ p_c^β: what ln p is expected to be at β, less what it is for the true class.
    static double Slope(Predictions predictions, double beta)
    {
        double sum = 0;
        Span<double> shares = stackalloc double[predictions.Classes.Count];
        for (var i = 0; i < predictions.Count; i++)
        {
            var row = predictions.Row(i);
            Softmax(row, beta, shares);
            for (var c = 0; c < row.Length; c++) sum += shares[c] * Calibration.Log(row[c]);
            sum -= Calibration.Log(row[predictions.Labels[i]]);
        }

        return sum / predictions.Count;
    }

    // The greatest is taken off first, so that no power overflows.
    static void Softmax(ReadOnlySpan<float> row, double beta, Span<double> shares)
    {
        double greatest = 0, sum = 0;
        foreach (var p in row) greatest = Math.Max(greatest, p);
        for (var c = 0; c < row.Length; c++) sum += shares[c] = Math.Exp(beta * (Calibration.Log(row[c]) - Calibration.Log(greatest)));
        for (var c = 0; c < row.Length; c++) shares[c] /= sum;
    }
}
