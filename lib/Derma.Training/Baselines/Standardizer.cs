using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Derma.Training;

/// <summary>Takes the weighted mean from each feature and divides it by its weighted deviation; a constant feature becomes 0.</summary>
internal sealed class Standardizer
{
    readonly double[] means;
    readonly double[] scales;

    public Standardizer(IReadOnlyList<float[]> features, IReadOnlyList<double> weights)
    {
        var (count, total) = (features[0].Length, weights.Sum());
        (means, scales) = (new double[count], new double[count]);
        for (var row = 0; row < features.Count; row++)
            for (var j = 0; j < count; j++) means[j] += weights[row] * features[row][j] / total;
        for (var row = 0; row < features.Count; row++)
            for (var j = 0; j < count; j++) scales[j] += weights[row] * Math.Pow(features[row][j] - means[j], 2) / total;
        // Rounding leaves a constant feature a deviation of its own, far below that of any feature that varies.
        for (var j = 0; j < count; j++) scales[j] = scales[j] < 1e-12 ? 0 : 1 / Math.Sqrt(scales[j]);
    }

    public int Count => means.Length;

    /// <summary>Standardised rows.</summary>
    public Matrix<double> Rows(IReadOnlyList<float[]> features) =>
        DenseMatrix.Create(features.Count, Count, (i, j) => (features[i][j] - means[j]) * scales[j]);

    /// <summary>A column of standardised values for each feature, each value times the factor of its row.</summary>
    public double[][] Columns(float[][] features, double[] factors) =>
        [.. Enumerable.Range(0, Count).Select(j => features.Zip(factors, (row, factor) => factor * (row[j] - means[j]) * scales[j]).ToArray())];
}
