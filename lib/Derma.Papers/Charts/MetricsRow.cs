namespace Derma.Papers;

/// <summary>One classifier's figures for a chart, measured or printed.</summary>
/// <param name="Name">The classifier.</param>
/// <param name="Accuracy">Correct / all, 0 to 1.</param>
/// <param name="Precision">Averaged over classes; NaN where a paper prints none.</param>
/// <param name="Recall">Averaged over classes; NaN where a paper prints none.</param>
/// <param name="F1">Averaged over classes.</param>
public sealed record MetricsRow(string Name, double Accuracy, double Precision, double Recall, double F1)
{
    /// <summary>The accuracy's 95 % interval; null where it is not known.</summary>
    public Interval? AccuracyInterval { get; init; }

    /// <summary>Measured figures with macro averages.</summary>
    public static MetricsRow Of(string name, ClassificationMetrics metrics) =>
        new(name, metrics.Accuracy, metrics.Macro.Precision, metrics.Macro.Recall, metrics.Macro.F1) { AccuracyInterval = metrics.AccuracyInterval };
}
