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
public sealed record CellRun(int Number, Cell Cell, CellStatus Status, IReadOnlyList<Output> Outputs, TimeSpan Duration, int? ExecutionCount)
{
    /// <summary>Why it failed; null where it did not.</summary>
    public ErrorOutput? Error => Outputs.OfType<ErrorOutput>().LastOrDefault();
}
