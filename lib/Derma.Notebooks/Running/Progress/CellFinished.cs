namespace Derma.Notebooks.Running.Progress;

/// <summary>A cell is over.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Cell">The cell and what came of it so far.</param>
public sealed record CellFinished(string File, CellRun Cell) : RunEvent(File);
