namespace Derma.Notebooks.Running.Progress;

/// <summary>A cell wrote to the console. Text comes as it was written: in parts of lines, with carriage returns.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Number">The cell's place in the notebook, from 1.</param>
/// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text.</param>
public sealed record TextWritten(string File, int Number, string Stream, string Text) : RunEvent(File);
