using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Derma.Training;

/// <summary>
/// Weighted ridge regression to one-hot targets: for every penalty λ the minimum over W and b of
/// Σᵢ wᵢ · ‖yᵢ − b − Wᵀ zᵢ‖² + λ · ‖W‖², z being the features standardised by their weighted mean and deviation and b without penalty.
/// The normal equations are added up once, in blocks of rows, and solved by Cholesky's factorisation for each λ.
/// </summary>
public sealed class RidgeRegression
{
    const int BlockRows = 1024;

    readonly Standardizer standardizer;
    readonly NormalEquations equations;
    readonly Vector<double> targetMeans;

    /// <summary>Adds up the normal equations.</summary>
    /// <param name="features">One row a photo, all of one length.</param>
    /// <param name="labels">The class of each row, from 0 to classes - 1.</param>
    /// <param name="weights">What each row counts for, above 0.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">There is no row, or the lists differ in length.</exception>
    public RidgeRegression(IReadOnlyList<float[]> features, IReadOnlyList<int> labels, IReadOnlyList<double> weights, int classes)
    {
        if (features.Count == 0 || labels.Count != features.Count || weights.Count != features.Count)
            throw new ArgumentException($"{features.Count} rows, {labels.Count} labels and {weights.Count} weights make no regression.");
        var total = weights.Sum();
        standardizer = new Standardizer(features, weights);
        equations = new NormalEquations(standardizer.Count, classes);
        targetMeans = DenseVector.Create(classes, c => Enumerable.Range(0, labels.Count).Where(i => labels[i] == c).Sum(i => weights[i]) / total);
        foreach (var rows in Enumerable.Range(0, features.Count).Chunk(BlockRows))
        {
            var roots = Array.ConvertAll(rows, i => Math.Sqrt(weights[i]));
            equations.Add(
                standardizer.Columns(Array.ConvertAll(rows, i => features[i]), roots),
                [.. Enumerable.Range(0, classes).Select(c => rows.Zip(roots, (i, root) => root * ((labels[i] == c ? 1 : 0) - targetMeans[c])).ToArray())]);
        }
    }

    /// <summary>The regression for one penalty.</summary>
    /// <param name="penalty">λ, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not above 0.</exception>
    public RidgeModel Solve(double penalty)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        return new RidgeModel(standardizer, equations.Solve(penalty), targetMeans);
    }
}
