using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running;

/// <summary>A notebook's results as the output folder keeps them, to be taken again while nothing they depend on has changed.</summary>
internal static class SavedRun
{
    /// <summary>Writes the results; where that fails, other notebooks go on and this one's result says so.</summary>
    public static NotebookRun Save(string folder, NotebookRun run)
    {
        try
        {
            run.ToNotebook().Save(File(folder, run.Name));
            return run;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return run with { Problem = $"{run.Name}: its results could not be written: {problem.Message}" };
        }
    }

    /// <summary>
    /// The results of a notebook that ran to its end with this fingerprint, or null. Where only its words are others, they are saved anew
    /// with the old results, unless these speak of lines, which may be others too.
    /// </summary>
    public static NotebookRun? Load(string folder, RunLog log, string fingerprint)
    {
        if (Read(folder, log.Name) is not { } notebook) return null;
        var saved = NotebookRun.Of(log.File, notebook);
        var isSame = saved.Fingerprint == fingerprint;
        var isSameCode = isSame || (Fingerprint.IsOfSameCode(saved.Fingerprint, fingerprint) && !Fingerprint.TellsLines(saved.Cells));
        if (saved.Status != RunStatus.Passed || !isSameCode) return null;
        var kept = new Queue<CellRun>(saved.Cells.Where(cell => cell.Status != CellStatus.Text));
        var now = log.Run;
        if (kept.Count != now.Cells.Count(cell => cell.Status != CellStatus.Text)) return null;
        var cells = now.Cells.Select(cell =>
            cell.Status == CellStatus.Text ? cell : kept.Dequeue() with { Number = cell.Number, Cell = cell.Cell });
        var run = saved with { Notebook = now.Notebook, Cells = [.. cells], Fingerprint = fingerprint, Reused = true };
        return isSame ? run : Save(folder, run);
    }

    /// <summary>Which run of a notebook the folder keeps the results of.</summary>
    public static string Stamp(string folder, string name) => Read(folder, name)?.Metadata.At("run", "started").Text() ?? "not run";

    /// <summary>What is kept of a notebook; a file that nobody can read is as good as none.</summary>
    static Notebook? Read(string folder, string name)
    {
        try
        {
            return Notebook.Load(File(folder, name));
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    public static string File(string folder, string name) => Path.Combine(folder, name + ".ipynb");
}
