namespace Derma.Notebooks.Running.Progress;

/// <summary>Something that happened in a run: one of the five records below, reported in order and on one thread at a time.</summary>
/// <param name="File">Path of the notebook it happened in.</param>
public abstract record RunEvent(string File);

/// <summary>A notebook begins.</summary>
/// <param name="File">Its path.</param>
/// <param name="Number">Its place in the run, from 1.</param>
/// <param name="Count">How many notebooks the run has.</param>
public sealed record NotebookStarted(string File, int Number, int Count) : RunEvent(File);

/// <summary>A notebook's process begins its cells once a debugger is attached to it.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Process">The id of its process.</param>
public sealed record DebuggerAwaited(string File, int Process) : RunEvent(File);

/// <summary>A cell wrote to the console. Text comes as it was written: in parts of lines, with carriage returns.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Number">The cell's place in the notebook, from 1.</param>
/// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text.</param>
public sealed record TextWritten(string File, int Number, string Stream, string Text) : RunEvent(File);

/// <summary>A cell is over.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Cell">The cell and what came of it so far.</param>
public sealed record CellFinished(string File, CellRun Cell) : RunEvent(File);

/// <summary>A notebook is over.</summary>
/// <param name="File">Its path.</param>
/// <param name="Run">The notebook and what came of it.</param>
public sealed record NotebookFinished(string File, NotebookRun Run) : RunEvent(File);
