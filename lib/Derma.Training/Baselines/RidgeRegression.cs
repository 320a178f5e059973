using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Weighted ridge regression to one-hot targets: for every penalty λ the minimum over W and b of
/// Σᵢ wᵢ · ‖yᵢ − b − Wᵀ zᵢ‖² + λ · ‖W‖², z being the features standardised by their weighted mean and deviation and b without penalty.
/// The normal equations are made once and solved by Cholesky's factorisation for each λ.
/// </summary>
public sealed class RidgeRegression
{
    readonly Standardizer standardizer;
    readonly Matrix<double> gram, moments;
    readonly Vector<double> targetMeans;

    /// <summary>Makes the normal equations.</summary>
    /// <param name="features">One row a photo, all of one length.</param>
    /// <param name="labels">The class of each row, from 0 to classes - 1.</param>
    /// <param name="weights">What each row counts for, above 0.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">There is no row, or the lists differ in length.</exception>
    public RidgeRegression(IReadOnlyList<float[]> features, IReadOnlyList<int> labels, IReadOnlyList<double> weights, int classes)
    {
        if (features.Count == 0 || labels.Count != features.Count || weights.Count != features.Count)
            throw new ArgumentException($"{features.Count} rows, {labels.Count} labels and {weights.Count} weights make no regression.");
        var roots = DenseVector.OfEnumerable(weights.Select(Math.Sqrt));
        standardizer = new Standardizer(features, weights);
        var targets = DenseMatrix.Create(labels.Count, classes, (i, c) => labels[i] == c ? 1 : 0);
        targetMeans = Standardizer.Means(targets, weights);
        var inputs = standardizer.Rows(features);
        inputs.MapIndexedInplace((i, _, z) => roots[i] * z);
        targets.MapIndexedInplace((i, c, y) => roots[i] * (y - targetMeans[c]), Zeros.Include);
        (gram, moments) = (Product(inputs, inputs), Product(inputs, targets));
    }

    /// <summary>The regression for one penalty.</summary>
    /// <param name="penalty">λ, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not above 0.</exception>
    public RidgeModel Solve(double penalty)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        var system = gram + DiagonalMatrix.Create(gram.RowCount, gram.ColumnCount, _ => penalty);
        return new RidgeModel(standardizer, system.Cholesky().Solve(moments), targetMeans);
    }

    // firstᵀ · second by the tensor library, whose kernels take a sixth of the time that MathNet's take.
    static DenseMatrix Product(DenseMatrix first, DenseMatrix second)
    {
        using var scope = NewDisposeScope();
        var columns = Columns(second).mm(Columns(first).T);
        return new DenseMatrix(first.ColumnCount, second.ColumnCount, columns.data<double>().ToArray());
    }

    /// <summary>A row for each column, as MathNet keeps them.</summary>
    static Tensor Columns(DenseMatrix matrix) => tensor(matrix.Values).reshape(matrix.ColumnCount, matrix.RowCount);
}

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
    public Matrix<double> Scores(IReadOnlyList<float[]> features) =>
        (standardizer.Rows(features) * Weights).MapIndexed((_, c, score) => score + Intercept[c], Zeros.Include);

    /// <summary>
    /// The scores with those below 0 put to 0, divided by their sum. The order of the classes stays, since the highest of scores that add
    /// up to 1 is above 0; they are no calibrated probabilities.
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

/// <summary>Takes the weighted mean from each feature and divides it by its weighted deviation; a constant feature becomes 0.</summary>
sealed class Standardizer
{
    // Rounding leaves a constant feature a variance of its own, far below that of any feature that varies.
    const double LeastVariance = 1e-12;

    readonly Vector<double> means, scales;

    public Standardizer(IReadOnlyList<float[]> features, IReadOnlyList<double> weights)
    {
        var rows = DenseMatrix.Create(features.Count, features[0].Length, (i, j) => features[i][j]);
        means = Means(rows, weights);
        rows.MapIndexedInplace((_, j, x) => Math.Pow(x - means[j], 2), Zeros.Include);
        scales = Means(rows, weights).Map(variance => variance < LeastVariance ? 0 : 1 / Math.Sqrt(variance), Zeros.Include);
    }

    /// <summary>The weighted mean of each column.</summary>
    public static Vector<double> Means(DenseMatrix rows, IReadOnlyList<double> weights) =>
        DenseVector.OfEnumerable(weights) * rows / weights.Sum();

    /// <summary>Standardised rows.</summary>
    public DenseMatrix Rows(IReadOnlyList<float[]> features) =>
        DenseMatrix.Create(features.Count, means.Count, (i, j) => (features[i][j] - means[j]) * scales[j]);
}
