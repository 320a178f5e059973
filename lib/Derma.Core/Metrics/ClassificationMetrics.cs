namespace Derma.Core;

/// <summary>
/// The figures of a single-label classifier, by scikit-learn's definitions: a macro average takes the classes that occur among
/// the labels or the predictions, balanced accuracy the classes that occur among the labels.
/// </summary>
public sealed class ClassificationMetrics
{
    /// <summary>Computes every figure from a confusion matrix.</summary>
    /// <exception cref="ArgumentException">The matrix counts nothing.</exception>
    public ClassificationMetrics(ConfusionMatrix confusion)
    {
        if (confusion.Total == 0) throw new ArgumentException("There are no predictions to measure.", nameof(confusion));
        Confusion = confusion;
        PerClass = [.. Enumerable.Range(0, confusion.Classes.Count).Select(c => Of(confusion, c))];
        Accuracy = (double)confusion.Correct / confusion.Total;
        AccuracyInterval = Interval.Wilson(confusion.Correct, confusion.Total);
        Macro = Average([.. PerClass.Where(c => c.Support + c.Predicted > 0)], _ => 1);
        Weighted = Average(PerClass, c => c.Support);
        Micro = new AveragedMetrics(Accuracy, Accuracy, Accuracy);
        BalancedAccuracy = PerClass.Where(c => c.Support > 0).Average(c => c.Recall);
        OneVersusRestAccuracy = PerClass.Average(c => c.OneVersusRestAccuracy);
    }

    /// <summary>The counts behind the figures.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>One row a class, in label order.</summary>
    public IReadOnlyList<ClassMetrics> PerClass { get; }

    /// <summary>Correct / all.</summary>
    public double Accuracy { get; }

    /// <summary>Wilson's 95 % interval of the accuracy.</summary>
    public Interval AccuracyInterval { get; }

    /// <summary>Every class counts the same.</summary>
    public AveragedMetrics Macro { get; }

    /// <summary>Every class counts by its photos.</summary>
    public AveragedMetrics Weighted { get; }

    /// <summary>Counts pooled over classes; for one label a photo all three equal the accuracy.</summary>
    public AveragedMetrics Micro { get; }

    /// <summary>Mean recall.</summary>
    public double BalancedAccuracy { get; }

    /// <summary>Mean over classes of (TP + TN) / all, which is far above the accuracy when there are many classes.</summary>
    public double OneVersusRestAccuracy { get; }

    static ClassMetrics Of(ConfusionMatrix confusion, int c)
    {
        int support = confusion.Support(c), predicted = confusion.Predicted(c), correct = confusion[c, c];
        var wrong = support + predicted - 2 * correct;
        return new ClassMetrics(confusion.Classes[c], support, predicted, correct, 1 - (double)wrong / confusion.Total);
    }

    static AveragedMetrics Average(IReadOnlyList<ClassMetrics> classes, Func<ClassMetrics, double> weight)
    {
        var total = classes.Sum(weight);
        double Mean(Func<ClassMetrics, double> figure) => classes.Sum(c => weight(c) * figure(c)) / total;
        return new AveragedMetrics(Mean(c => c.Precision), Mean(c => c.Recall), Mean(c => c.F1));
    }
}

/// <summary>One class taken against the rest. A share of nothing counts as 0.</summary>
/// <param name="Class">Class name.</param>
/// <param name="Support">Photos of this class.</param>
/// <param name="Predicted">Photos predicted as this class.</param>
/// <param name="Correct">Photos of this class that were predicted as this class (TP).</param>
/// <param name="OneVersusRestAccuracy">(TP + TN) / all, the formula of Smart Derma 5.1.</param>
public sealed record ClassMetrics(string Class, int Support, int Predicted, int Correct, double OneVersusRestAccuracy)
{
    /// <summary>TP / (TP + FP).</summary>
    public double Precision => Ratio(Correct, Predicted);

    /// <summary>TP / (TP + FN).</summary>
    public double Recall => Ratio(Correct, Support);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2 * Correct, Support + Predicted);

    static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>Precision, recall and F1 averaged over classes in one of the usual ways.</summary>
/// <param name="Precision">Average precision.</param>
/// <param name="Recall">Average recall.</param>
/// <param name="F1">Average of the classes' F1, not the F1 of the averages.</param>
public sealed record AveragedMetrics(double Precision, double Recall, double F1);
