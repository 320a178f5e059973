namespace Derma.Training;

/// <summary>A histogram of equally wide buckets.</summary>
/// <param name="Min">Smallest number.</param>
/// <param name="Max">Largest number.</param>
/// <param name="Count">How many numbers.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="SumOfSquares">The sum of their squares.</param>
/// <param name="RightEdges">Right edge of each bucket.</param>
/// <param name="Counts">Numbers in each bucket; a number on an edge counts to the right, the largest to the last bucket.</param>
public sealed record HistogramBuckets(
    double Min, double Max, double Count, double Sum, double SumOfSquares, IReadOnlyList<double> RightEdges, IReadOnlyList<double> Counts)
{
    /// <summary>Counts the finite numbers among <paramref name="values"/>.</summary>
    /// <param name="values">At least one finite number.</param>
    /// <param name="buckets">Number of buckets.</param>
    /// <exception cref="ArgumentException">None of them is finite.</exception>
    public static HistogramBuckets Of(ReadOnlySpan<float> values, int buckets)
    {
        var (min, max, count, sum, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0, 0.0, 0.0);
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            (min, max, count, sum, squares) = (Math.Min(min, value), Math.Max(max, value), count + 1, sum + value, squares + value * value);
        }
        if (count == 0) throw new ArgumentException("A histogram needs at least one finite number.", nameof(values));
        var width = max > min ? (max - min) / buckets : 1.0 / buckets;
        var counts = new double[buckets];
        foreach (double value in values)
            if (double.IsFinite(value)) counts[Math.Min(buckets - 1, (int)((value - min) / width))]++;
        double[] edges = [.. Enumerable.Range(1, buckets).Select(i => i == buckets && max > min ? max : min + i * width)];
        return new HistogramBuckets(min, max, count, sum, squares, edges, counts);
    }
}
