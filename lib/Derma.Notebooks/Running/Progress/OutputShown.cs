using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running.Progress;

/// <summary>A cell displayed something or brought an earlier display up to date.</summary>
/// <param name="File">Path of the notebook.</param>
/// <param name="Number">The cell's place in the notebook, from 1.</param>
/// <param name="Output">A <see cref="DisplayOutput"/> or <see cref="ResultOutput"/>.</param>
/// <param name="IsUpdate">Whether it replaces the display of the same id.</param>
public sealed record OutputShown(string File, int Number, Output Output, bool IsUpdate) : RunEvent(File);
