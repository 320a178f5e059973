namespace Derma.Core;

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
