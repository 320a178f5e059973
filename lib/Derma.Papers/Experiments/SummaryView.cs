using System.Globalization;

namespace Derma.Papers;

/// <summary>A model summary as a table for a page.</summary>
public static class SummaryView
{
    /// <summary>Layers with output shapes and parameters, and the totals below.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="caption">What it is the summary of.</param>
    public static HtmlView Of(SummaryTable summary, string caption) => LabViews.Join(
        Tables.Of(
            ["Layer", "Type", "Output shape", "Parameters"],
            summary.Rows.Select(row => (IReadOnlyList<object?>)[row.Layer, row.Type, row.OutputShape, row.Parameters]),
            caption),
        Notes.Of(
            $"Total parameters: {Grouped(summary.Total)} ({summary.Mebibytes.ToString("0.00", CultureInfo.InvariantCulture)} MB).",
            $"Trainable: {Grouped(summary.Trainable)}. Non-trainable: {Grouped(summary.NonTrainable)}."));

    static string Grouped(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
