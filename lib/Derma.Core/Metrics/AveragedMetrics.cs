namespace Derma.Core;

/// <summary>Precision, recall and F1 averaged over classes in one of the usual ways.</summary>
/// <param name="Precision">Average precision.</param>
/// <param name="Recall">Average recall.</param>
/// <param name="F1">Average of the classes' F1, not the F1 of the averages.</param>
public sealed record AveragedMetrics(double Precision, double Recall, double F1);
