namespace Derma.Core;

/// <summary>How often each class was taken for each other one; rows are the truth, columns the prediction.</summary>
public sealed class ConfusionMatrix
{
    readonly int[,] counts;

    /// <summary>Counts pairs of true and predicted labels.</summary>
    /// <param name="labels">True classes, 0 to classes - 1.</param>
    /// <param name="predicted">Predicted classes, one for each label.</param>
    /// <param name="classes">Class names; their number is the size of the matrix.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public ConfusionMatrix(IReadOnlyList<int> labels, IReadOnlyList<int> predicted, IReadOnlyList<string> classes)
    {
        if (labels.Count != predicted.Count)
            throw new ArgumentException($"{labels.Count} labels but {predicted.Count} predictions.", nameof(predicted));
        Classes = classes;
        Total = labels.Count;
        counts = new int[classes.Count, classes.Count];
        for (var i = 0; i < labels.Count; i++) counts[labels[i], predicted[i]]++;
    }

    /// <summary>Takes counts as they are.</summary>
    /// <param name="counts">Photos by true class (first index) and predicted class (second); copied.</param>
    /// <param name="classes">Class names; their number is the size of the matrix.</param>
    /// <exception cref="ArgumentException">The sizes differ, or a count is negative.</exception>
    public ConfusionMatrix(int[,] counts, IReadOnlyList<string> classes)
    {
        if (counts.GetLength(0) != classes.Count || counts.GetLength(1) != classes.Count)
            throw new ArgumentException(
                $"A matrix of {counts.GetLength(0)} x {counts.GetLength(1)} does not fit {classes.Count} classes.", nameof(counts));
        if (counts.Cast<int>().Any(count => count < 0)) throw new ArgumentException("A count is negative.", nameof(counts));
        Classes = classes;
        Total = counts.Cast<int>().Sum();
        this.counts = (int[,])counts.Clone();
    }

    /// <summary>Class names, in label order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Number of counted pairs.</summary>
    public int Total { get; }

    /// <summary>Pairs on the diagonal.</summary>
    public int Correct => Enumerable.Range(0, Classes.Count).Sum(c => counts[c, c]);

    /// <summary>Photos of class <paramref name="truth"/> that were predicted as <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => counts[truth, predicted];

    /// <summary>Photos whose true class is <paramref name="truth"/>.</summary>
    public int Support(int truth) => Enumerable.Range(0, Classes.Count).Sum(p => counts[truth, p]);

    /// <summary>Photos predicted as <paramref name="predicted"/>.</summary>
    public int Predicted(int predicted) => Enumerable.Range(0, Classes.Count).Sum(t => counts[t, predicted]);

    /// <summary>The largest entries off the diagonal, largest first.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<(int Truth, int Predicted, int Count)> MostConfused(int count)
    {
        var pairs = from truth in Enumerable.Range(0, Classes.Count)
                    from predicted in Enumerable.Range(0, Classes.Count)
                    where truth != predicted && counts[truth, predicted] > 0
                    orderby counts[truth, predicted] descending
                    select (truth, predicted, counts[truth, predicted]);
        return [.. pairs.Take(count)];
    }
}
