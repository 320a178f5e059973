using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running.Progress;

/// <summary>A cell begins.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Number">The cell's place in the notebook, from 1.</param>
/// <param name="Cell">The cell.</param>
public sealed record CellStarted(string File, int Number, Cell Cell) : RunEvent(File);
