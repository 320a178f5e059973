using System.Globalization;

namespace Derma.Papers;

/// <summary>The arithmetic of printed precisions, recalls and F1 scores.</summary>
public static class AveragingTable
{
    /// <summary>The greatest F1 that each printed row allows under any one averaging, and whether the printed one is within it.</summary>
    /// <param name="rows">Name and printed figures of each row.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Of(
        IReadOnlyList<(string Name, AveragingBounds Bounds, double F1)> rows, string caption = "F1 cannot exceed (P + R) / 2") => Tables.Of(
        ["Row", "Precision", "Recall", "F1", "F1 at least", "(P + R) / 2 at most", "2PR / (P + R) at most", "Possible"],
        rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, Text(row.Bounds.Precision), Text(row.Bounds.Recall), Text(row.F1), Text(row.F1 - row.Bounds.HalfWidth, 4),
            Text(row.Bounds.GreatestMean, 4), Text(row.Bounds.GreatestF1, 4), row.Bounds.Allows(row.F1) ? "yes" : "not as printed",
        ]),
        caption);

    static string Text(double value, int digits = 2) => value.ToString("F" + digits, CultureInfo.InvariantCulture);
}
