namespace Derma.Cli;

/// <summary>The notebooks that solve the exercises, <c>notebooks/solutions-*.dib</c>: no part of the sequence, run after it where they are asked for.</summary>
static class SolutionNotebooks
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<NotebookFile> All() =>
        [.. Directory.GetFiles(Repository.Notebooks, "solutions-*.dib").Select(path => new NotebookFile(path)).OrderBy(notebook => notebook.Id, StringComparer.Ordinal)];
}
