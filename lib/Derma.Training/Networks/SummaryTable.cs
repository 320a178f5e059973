using System.Globalization;
using System.Text;

namespace Derma.Training;

/// <summary>A Keras-style summary of a network (CNN report, section 3.6).</summary>
/// <param name="Rows">One row a layer.</param>
/// <param name="Trainable">Numbers that training changes.</param>
/// <param name="NonTrainable">Moving means and variances of the batch norms.</param>
public sealed record SummaryTable(IReadOnlyList<SummaryRow> Rows, long Trainable, long NonTrainable)
{
    /// <summary>All numbers.</summary>
    public long Total => Trainable + NonTrainable;

    /// <summary>Size in MiB at four bytes a number, which Keras prints as MB.</summary>
    public double Mebibytes => Total * sizeof(float) / (1024.0 * 1024.0);

    /// <summary>The table as text, with totals below.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, "Layer (type)", "Output Shape", "Param #");
        foreach (var row in Rows) Line(text, $"{row.Layer} ({row.Type})", row.OutputShape, Grouped(row.Parameters));
        text.AppendLine();
        foreach (var (name, count) in new[] { ("Total", Total), ("Trainable", Trainable), ("Non-trainable", NonTrainable) })
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} params: {Grouped(count)} ({count * sizeof(float) / (1024.0 * 1024.0):0.00} MiB)");
        return text.ToString();
    }

    static void Line(StringBuilder text, string layer, string shape, string count) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{layer,-44}{shape,-26}{count,12}");

    static string Grouped(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
