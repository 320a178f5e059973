using MathNet.Numerics.LinearAlgebra;

namespace Derma.Training;

/// <summary>A fitted ridge regression.</summary>
public sealed class RidgeModel
{
    readonly Standardizer standardizer;

    internal RidgeModel(Standardizer standardizer, Matrix<double> weights, Vector<double> intercept) =>
        (this.standardizer, Weights, Intercept) = (standardizer, weights, intercept);

    /// <summary>Features x classes, for standardised features.</summary>
    public Matrix<double> Weights { get; }

    /// <summary>One a class: the weighted share of the class.</summary>
    public Vector<double> Intercept { get; }

    /// <summary>A score for each row and class. Those of a row add up to 1, since the targets do, but may be below 0 or above 1.</summary>
    /// <param name="features">One row a photo.</param>
    /// <returns>Rows x classes.</returns>
    public Matrix<double> Scores(IReadOnlyList<float[]> features)
    {
        var scores = standardizer.Rows(features) * Weights;
        for (var c = 0; c < Intercept.Count; c++) scores.SetColumn(c, scores.Column(c) + Intercept[c]);
        return scores;
    }

    /// <summary>
    /// The scores with those below 0 put to 0, divided by their sum. The order of the classes stays, since the highest of scores that add up
    /// to 1 is above 0; they are no calibrated probabilities.
    /// </summary>
    /// <param name="features">One row a photo.</param>
    /// <returns>Row-major, rows x classes, each row adding up to 1.</returns>
    public float[] Probabilities(IReadOnlyList<float[]> features) =>
    [
        .. Scores(features).EnumerateRows().SelectMany(row =>
        {
            var sum = row.Sum(score => Math.Max(0, score));
            return row.Select(score => (float)(Math.Max(0, score) / sum));
        }),
    ];
}
