using System.Diagnostics;

namespace Derma.Cli;

/// <summary>Slurm's own programs; all that the workbook asks of them is here and in <see cref="SlurmScript"/>.</summary>
/// <param name="find">Full path of a program on PATH, or null.</param>
sealed class Slurm(Func<string, string?> find)
{
    /// <summary>Looks whether jobs can be submitted from here.</summary>
    /// <exception cref="UserError">They cannot.</exception>
    public void Require()
    {
        if (find("sbatch") is null)
            throw new UserError("--on slurm needs Slurm's sbatch on PATH, and it is not there: run this on a machine from which jobs "
                + "of a cluster are submitted, or print the scripts with --dry-run.");
    }

    /// <summary>Submits work into a queue, and keeps its script.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="after">Numbers of the jobs that must have ended well before.</param>
    /// <param name="choices">How.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="UserError">Slurm refused.</exception>
    public string Submit(Work work, IReadOnlyList<string> after, ClusterChoices choices)
    {
        var script = Path.Combine(choices.Folder, work.Name + ".sh");
        AtomicFile.WriteText(script, SlurmScript.Of(work, choices));
        string[] waits = after.Count == 0 ? [] : [$"--dependency=afterok:{string.Join(':', after)}"];
        return Run("sbatch", ["--parsable", .. waits, script]).Trim().Split(';')[0];
    }

    /// <summary>The tasks of some jobs that have not ended; those of the queue that ended are left out.</summary>
    public IReadOnlyList<QueuedTask> Queue(IEnumerable<string> jobs)
    {
        var wanted = jobs.ToHashSet();
        if (wanted.Count == 0) return [];
        // Asked for by number, squeue fails as soon as one of them is forgotten.
        return [.. Run("squeue", ["-h", "-r", "-o", "%i|%T|%N|%L|%r"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(QueuedTask.Parse).Where(task => wanted.Contains(task.Job))];
    }

    /// <summary>Cancels jobs.</summary>
    public void Cancel(IEnumerable<string> jobs) => Run("scancel", [.. jobs]);

    string Run(string name, IReadOnlyList<string> arguments)
    {
        var program = find(name) ?? throw new UserError($"Slurm's {name} is not on PATH.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new UserError($"{name} refused: {LastLine(error.Result)}.");
    }

    // The first lines say what was tried, the last one what came of it.
    static string LastLine(string text) => text.Trim().Split('\n')[^1];
}

/// <summary>A job, or a task of an array, that waits or runs.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Task">The task's number; null for a job that is no array.</param>
/// <param name="State">Slurm's word for it.</param>
/// <param name="Node">Where it runs; empty while it waits.</param>
/// <param name="TimeLeft">Until its time ends.</param>
/// <param name="Reason">Why it waits.</param>
sealed record QueuedTask(string Job, int? Task, string State, string Node, string TimeLeft, string Reason)
{
    /// <summary>A line of squeue: <c>12_3|RUNNING|n1|9:58|None</c>.</summary>
    public static QueuedTask Parse(string line)
    {
        var cells = line.Split('|');
        var id = cells[0].Split('_');
        return new(id[0], id.Length > 1 && int.TryParse(id[1], out var task) ? task : null, cells[1], cells[2], cells[3], cells[4]);
    }
}
