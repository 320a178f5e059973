using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>A cell and what came of it.</summary>
/// <param name="Number">Place in the notebook, from 1, text cells counted.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">What it showed, in order, each display in its last state.</param>
/// <param name="Duration">Time it took.</param>
/// <param name="ExecutionCount">Place among the cells that ran, from 1; null where it did not run.</param>
public sealed record CellRun(int Number, Cell Cell, CellStatus Status, IReadOnlyList<Output> Outputs, TimeSpan Duration,
    int? ExecutionCount)
{
    /// <summary>Why it failed; null where it did not.</summary>
    public ErrorOutput? Error => Outputs.OfType<ErrorOutput>().LastOrDefault();

    internal static CellRun Of(int number, Cell cell)
    {
        var count = cell.Fields.At("execution_count").Count();
        var status = cell.IsMarkdown ? CellStatus.Text
            : cell.Outputs.Any(output => output is ErrorOutput) ? CellStatus.Failed
            : count is null && cell.Outputs.Count == 0 ? CellStatus.NotRun : CellStatus.Passed;
        return new(number, cell, status, cell.Outputs, cell.Fields.At("metadata", "run", "seconds").Seconds(), count);
    }

    internal Cell ToCell()
    {
        if (Cell.IsMarkdown) return Cell;
        var fields = (JsonObject)(Cell.Fields?.DeepClone() ?? new JsonObject());
        fields["execution_count"] = ExecutionCount;
        if (fields["metadata"] is not JsonObject metadata) fields["metadata"] = metadata = [];
        if (ExecutionCount is not null) metadata["run"] = new JsonObject { ["seconds"] = Duration.TotalSeconds };
        return Cell with { Outputs = Outputs, Fields = fields };
    }
}
