namespace Derma.Notebooks.Running.Progress;

/// <summary>A notebook begins.</summary>
/// <param name="File">Its path.</param>
/// <param name="Number">Its place in the run, from 1.</param>
/// <param name="Count">How many notebooks the run has.</param>
/// <param name="CellCount">How many of its cells hold code.</param>
public sealed record NotebookStarted(string File, int Number, int Count, int CellCount) : RunEvent(File);
