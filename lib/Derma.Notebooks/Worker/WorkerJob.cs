using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Worker;

/// <summary>What the parent asks of its child.</summary>
/// <param name="File">Full path of the notebook.</param>
/// <param name="Cells">Its cells, those of the run's parameters included.</param>
/// <param name="Inputs">Answers to <c>@input</c>, by variable or prompt.</param>
/// <param name="PackageFolders">Folders whose assemblies stand for packages.</param>
/// <param name="CheckOnly">Whether cells are compiled only, all of them whatever fails.</param>
internal sealed record WorkerJob(string File, IReadOnlyList<Cell> Cells, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<string> PackageFolders, bool CheckOnly)
{
    /// <summary>What the parent writes to stop the run after the cell that is running.</summary>
    public const string Stop = "stop";
}
