using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>Hands a run to a cluster: what is up to date stays, what is in the queue is waited for, the rest becomes jobs.</summary>
sealed class ClusterRun
{
    readonly Slurm slurm = new(name => Surroundings.Program(name));

    /// <summary>Submits, or prints what would be submitted.</summary>
    /// <returns>What the program returns to the shell.</returns>
    public int Submit(RunRequest request)
    {
        var stamp = RunStamp.Of(request.Options, isTool: false);
        if (request.Cluster!.DryRun) return Print(request, stamp);
        WorkbookRun.Prepare(request);
        var folder = WorkbookRun.FolderOf(request, stamp).Location;
        AtomicFile.WriteText(Path.Combine(folder, RunStamp.FileName), stamp);
        var choices = In(folder, request.Cluster);
        var works = WorkGraph.Of(Missing(request, folder, stamp), choices);
        foreach (var line in Submit(works, choices)) Console.WriteLine(line);
        Console.WriteLine(works.Count == 0 ? "Everything is up to date." : $"'./workbook status {folder}' shows how it goes.");
        return ExitCode.Success;
    }

    static int Print(RunRequest request, string stamp)
    {
        var folder = request.Options.RunFolder ?? WorkbookRun.Joined(request, stamp)?.Location ?? RunFolder.NewPath(request.Options);
        var choices = In(folder, request.Cluster!);
        var works = WorkGraph.Of(Missing(request, folder, stamp), choices);
        Console.WriteLine(choices.Cluster == ClusterChoices.Slurm ? SlurmScript.All(works, choices) : KubernetesJobs.Of(works, choices));
        return ExitCode.Success;
    }

    static ClusterChoices In(string folder, ClusterChoices choices) =>
        choices with { RunFolder = folder, Arguments = ["--out", folder, .. choices.Arguments] };

    IEnumerable<string> Submit(IReadOnlyList<Work> works, ClusterChoices choices)
    {
        var records = new JobRecords(choices.Folder);
        var known = records.Read();
        var queued = slurm.Queue(known.Select(record => record.Job)).Select(task => task.Job).ToHashSet();
        var jobs = known.Where(record => queued.Contains(record.Job)).ToDictionary(record => record.Work, record => record.Job);
        // What something in the queue has waited for is done, though the notebook that it belongs to may not be.
        var done = works.Where(work => jobs.ContainsKey(work.Name)).SelectMany(work => work.Needs).ToHashSet();
        foreach (var work in works)
            if (jobs.TryGetValue(work.Name, out var job)) yield return $"{work.Name}: job {job} is in the queue already";
            else if (!done.Contains(work.Name))
            {
                jobs[work.Name] = slurm.Submit(work, [.. work.Needs.Where(jobs.ContainsKey).Select(need => jobs[need])], choices);
                records.Add(new(work.Name, jobs[work.Name], work.Tasks, Environment.UserName, DateTimeOffset.UtcNow));
                yield return $"{work.Name}: job {jobs[work.Name]}{(work.Tasks is { } tasks ? $", {tasks} tasks" : "")}";
            }
    }

    static IEnumerable<PlannedNotebook> Missing(RunRequest request, string folder, string stamp)
    {
        var current = NotebookRunner.UpToDate(WorkbookRun.OptionsIn(folder, request, stamp));
        return Planned(request.Run.Files, request.Options).Where(notebook => !current.Contains(notebook.Name));
    }

    /// <summary>Notebooks as a cluster sees them.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="options">The run's choices.</param>
    public static IEnumerable<PlannedNotebook> Planned(IEnumerable<string> files, LabOptions options) => files.Select(file =>
    {
        var notebook = Notebook.Load(file);
        var (name, path) = (Path.GetFileNameWithoutExtension(file), Path.GetFullPath(file));
        return new PlannedNotebook(name, path, Needs.Of(notebook), Needs.Manner(notebook))
        {
            Seeds = SeedsOf(notebook, options).Count,
            Trials = options.Scale.SmartDerma.Grid.Trials(options.Seed, options.Threads).Count,
        };
    });

    /// <summary>The seeds of the lab that a notebook opens: each of the three has its own number of them.</summary>
    static IReadOnlyList<long> SeedsOf(Notebook notebook, LabOptions options)
    {
        bool Opens(string lab) => notebook.Cells.Any(cell => !cell.IsMarkdown && cell.Source.Contains(lab, StringComparison.Ordinal));
        return Opens("OpenSmartDermaLab(") ? options.SmartDermaSeeds : Opens("OpenTransferLab(") ? options.TransferSeeds : options.AllSeeds;
    }
}
