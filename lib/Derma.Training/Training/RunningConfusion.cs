namespace Derma.Training;

/// <summary>A confusion matrix that grows batch by batch; a checkpoint keeps it.</summary>
/// <param name="counts">Classes x classes, row-major: rows are the truth, columns the prediction.</param>
public sealed class RunningConfusion(int[] counts)
{
    readonly int classes = (int)Math.Sqrt(counts.Length);

    public int[] Counts => counts;

    public static RunningConfusion Of(int classes) => new(new int[classes * classes]);

    /// <summary>Counts one batch.</summary>
    /// <returns>How many predictions are right.</returns>
    public int Add(ReadOnlySpan<long> truth, ReadOnlySpan<long> predicted)
    {
        var correct = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            counts[truth[i] * classes + predicted[i]]++;
            if (truth[i] == predicted[i]) correct++;
        }
        return correct;
    }

    ConfusionMatrix ToMatrix()
    {
        var square = new int[classes, classes];
        Buffer.BlockCopy(counts, 0, square, 0, counts.Length * sizeof(int));
        return new ConfusionMatrix(square, [.. Enumerable.Range(0, classes).Select(c => $"{c}")]);
    }

    /// <summary>Row by row.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rows() => counts.Length == 0 ? [] : counts.Chunk(classes).ToArray();

    /// <summary>Precision, recall and F1, every class counting the same; NaN before the first batch.</summary>
    public AveragedMetrics Macro() => ToMatrix() is { Total: > 0 } matrix
        ? new ClassificationMetrics(matrix).Macro
        : new AveragedMetrics(double.NaN, double.NaN, double.NaN);
}
