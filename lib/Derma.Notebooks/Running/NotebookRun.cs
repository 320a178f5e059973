using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running;

/// <summary>A notebook and what came of it.</summary>
/// <param name="File">Full path of the notebook.</param>
/// <param name="Notebook">The notebook as it was read.</param>
/// <param name="Cells">One entry for each of its cells.</param>
/// <param name="Started">When it started.</param>
/// <param name="Duration">Time from the start of its process to the end.</param>
public sealed record NotebookRun(string File, Notebook Notebook, IReadOnlyList<CellRun> Cells, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>File name without folder and extension: how pages and results are called.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The notebook's title, or its name where it has none.</summary>
    public string Title => Notebook.Title ?? Name;

    /// <summary>How it ended.</summary>
    public RunStatus Status => Cells.Any(cell => cell.Status == CellStatus.Failed) ? RunStatus.Failed
        : Cells.Any(cell => cell.Status == CellStatus.NotRun) ? RunStatus.NotFinished
        : RunStatus.Passed;

    /// <summary>The first cell that failed, or null.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(cell => cell.Status == CellStatus.Failed);
}
