namespace Derma.Core;

/// <summary>
/// Draws photos with replacement. Photos with the same label and the same answers are one cell, so that a resample is a count of each cell
/// and its figures cost no more than a confusion matrix.
/// </summary>
sealed class Resampler
{
    readonly int[] cellOf;
    readonly int[][] strata;

    /// <summary>Groups the photos.</summary>
    /// <param name="labels">True classes.</param>
    /// <param name="answers">Predicted classes of each photo, one list a classifier.</param>
    /// <param name="stratified">Whether to draw within the true classes.</param>
    public Resampler(int[] labels, int[][] answers, bool stratified)
    {
        var keys = labels.Select((label, i) => string.Join(' ', answers.Select(a => a[i]).Prepend(label))).ToArray();
        var numbers = keys.Distinct().Select((key, number) => (key, number)).ToDictionary(cell => cell.key, cell => cell.number);
        cellOf = [.. keys.Select(key => numbers[key])];
        var photos = Enumerable.Range(0, labels.Length);
        Examples = [.. photos.DistinctBy(i => cellOf[i]).OrderBy(i => cellOf[i])];
        strata = stratified ? [.. photos.GroupBy(i => labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray())] : [[.. photos]];
    }

    /// <summary>One photo of each cell, in cell order.</summary>
    public IReadOnlyList<int> Examples { get; }

    /// <summary>Photos in each cell of the set as it is.</summary>
    public int[] Observed()
    {
        var counts = new int[Examples.Count];
        foreach (var cell in cellOf) counts[cell]++;
        return counts;
    }

    /// <summary>Photos in each cell of resample <paramref name="index"/>, a pure function of the seed and the index.</summary>
    public void Draw(long seed, int index, Span<int> counts)
    {
        counts.Clear();
        var random = SplitMix64.At(seed, index);
        foreach (var stratum in strata)
            for (var n = 0; n < stratum.Length; n++)
                counts[cellOf[stratum[random.Below(stratum.Length)]]]++;
    }
}

/// <summary>A figure of one classifier from counts of cells, by the definitions of <see cref="ClassificationMetrics"/>.</summary>
/// <param name="labels">True class of each cell.</param>
/// <param name="answers">Predicted class of each cell.</param>
/// <param name="classes">Number of classes.</param>
sealed class CellFigure(int[] labels, int[] answers, int classes)
{
    readonly int[] support = new int[classes], predicted = new int[classes], correct = new int[classes];

    /// <summary>The figure where each cell holds so many photos.</summary>
    public double Of(BootstrapFigure figure, ReadOnlySpan<int> counts)
    {
        Count(counts);
        return figure switch
        {
            BootstrapFigure.Accuracy => (double)correct.Sum() / support.Sum(),
            BootstrapFigure.BalancedAccuracy => Mean(c => support[c], c => (double)correct[c] / support[c]),
            _ => Mean(c => support[c] + predicted[c], c => 2.0 * correct[c] / (support[c] + predicted[c])),
        };
    }

    void Count(ReadOnlySpan<int> counts)
    {
        Array.Clear(support);
        Array.Clear(predicted);
        Array.Clear(correct);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            support[labels[cell]] += counts[cell];
            predicted[answers[cell]] += counts[cell];
            if (labels[cell] == answers[cell]) correct[labels[cell]] += counts[cell];
        }
    }

    double Mean(Func<int, int> occurrences, Func<int, double> value)
    {
        var (sum, number) = (0.0, 0);
        for (var c = 0; c < classes; c++)
            if (occurrences(c) > 0) (sum, number) = (sum + value(c), number + 1);
        return sum / number;
    }
}
