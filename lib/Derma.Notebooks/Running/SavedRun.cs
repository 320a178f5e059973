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

    /// <summary>The results of a notebook that ran to its end with this fingerprint, or null.</summary>
    public static NotebookRun? Load(string folder, RunLog log, string fingerprint)
    {
        var (saved, now) = (Read(folder, log.Name), log.Run.Notebook);
        if ((string?)saved?.Metadata?["run"]?["fingerprint"] != fingerprint || saved!.Cells.Count != now.Cells.Count) return null;
        var cells = now.Cells.Zip(saved.Cells, (cell, kept) => cell with { Outputs = kept.Outputs, Fields = kept.Fields });
        var run = NotebookRun.Of(log.File, saved with { Cells = [.. cells] });
        return run.Status == RunStatus.Passed ? run with { Notebook = now, Reused = true } : null;
    }

    public static string Stamp(string folder, string name) => Read(folder, name)?.Metadata?["run"]?.ToJsonString() ?? "not run";

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

    static string File(string folder, string name) => Path.Combine(folder, name + ".ipynb");
}
