namespace Derma.Notebooks.Running.Progress;

/// <summary>A notebook is over.</summary>
/// <param name="File">Its path.</param>
/// <param name="Run">The notebook and what came of it.</param>
public sealed record NotebookFinished(string File, NotebookRun Run) : RunEvent(File);
