using System.CommandLine;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>The run that a verb is about.</summary>
static class RunArgument
{
    public static Argument<string?> Create() =>
        new("run") { Description = "the run's folder (default: runs/latest)", Arity = ArgumentArity.ZeroOrOne };

    /// <exception cref="UserError">There is no run.</exception>
    public static LabOptions OptionsOf(string? named) =>
        RunFolder.OptionsOf(named is null ? Path.Combine(Repository.Runs, "latest") : Path.GetFullPath(named), Repository.Root);

    /// <summary>The jobs of a run, and those of them that wait or run.</summary>
    /// <exception cref="UserError">There is no run, or it was not handed to a cluster.</exception>
    public static (string Folder, IReadOnlyList<JobRecord> Records, IReadOnlyList<QueuedTask> Queue) JobsOf(string? named, Slurm slurm)
    {
        var run = OptionsOf(named).RunFolder!;
        var (folder, records) = (RunFolder.ClusterOf(run), new JobRecords(RunFolder.ClusterOf(run)).Read());
        if (records.Count == 0) throw new UserError($"The run in {run} has no jobs: './workbook run --on slurm' submits some.");
        return (folder, records, slurm.Queue(records.Select(record => record.Job)));
    }
}

/// <summary><c>workbook status</c>: how the jobs of a run stand.</summary>
static class StatusVerb
{
    static readonly TimeSpan interval = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var run = RunArgument.Create();
        var watch = new Option<bool>("--watch") { Description = "show it again every five seconds, until Ctrl-C" };
        var command = new Command("status", "Show the jobs of a run on a cluster: where they are, how far, the time left.") { run, watch };
        command.SetAction(async (parsed, stop) =>
        {
            var slurm = new Slurm(name => Surroundings.Program(name));
            for (; ; await Task.Delay(interval, stop))
            {
                var (folder, records, queue) = RunArgument.JobsOf(parsed.GetValue(run), slurm);
                if (parsed.GetValue(watch) && !Console.IsOutputRedirected) Console.Clear();
                Console.WriteLine(ClusterStatus.Table(ClusterStatus.Of(folder, records, queue)));
                if (!parsed.GetValue(watch) || queue.Count == 0) return ExitCode.Success;
            }
        });
        return command;
    }
}

/// <summary><c>workbook cancel</c>: ends the jobs of a run.</summary>
static class CancelVerb
{
    public static Command Create()
    {
        var run = RunArgument.Create();
        var command = new Command("cancel", "Cancel the jobs of a run that wait or run; what they have saved stays.") { run };
        command.SetAction(parsed =>
        {
            var slurm = new Slurm(name => Surroundings.Program(name));
            var jobs = RunArgument.JobsOf(parsed.GetValue(run), slurm).Queue.Select(task => task.Job).Distinct().ToList();
            if (jobs.Count > 0) slurm.Cancel(jobs);
            Console.WriteLine(jobs.Count == 0 ? "None of them waits or runs." : $"cancelled: {string.Join(", ", jobs)}");
            return ExitCode.Success;
        });
        return command;
    }
}

/// <summary><c>workbook collect</c>: site and ledger from what a run holds, finished or not. Runs nothing.</summary>
static class CollectVerb
{
    public static Command Create(RunReport report)
    {
        var run = RunArgument.Create();
        var command = new Command("collect", "Write a run's site, claims and JUnit file from the notebooks that have ended.") { run };
        command.SetAction((parsed, stop) => Task.FromResult(Collect(report, RunArgument.OptionsOf(parsed.GetValue(run)), stop)));
        return command;
    }

    static int Collect(RunReport report, LabOptions options, CancellationToken stop)
    {
        var folder = options.RunFolder!;
        var runs = Runs(folder, NotebookFile.All().Concat(NotebookFile.Solutions())).ToList();
        if (runs.Count == 0) throw new UserError($"No notebook of the run in {folder} has ended yet, so there is nothing to collect.");
        var request = new RunRequest(options, new RunOptions { Files = [.. runs.Select(each => each.File)] }, null, Watch: false);
        var isWritten = new WorkbookRun(report).Write(request, runs, folder);
        Console.WriteLine($"Site: {Path.Combine(WorkbookSite.FolderOf(options), "index.html")}");
        var exit = RunReport.Count(runs, stop);
        return isWritten ? exit : ExitCode.Failure;
    }

    /// <summary>What the run holds of its notebooks; those that were submitted and have not ended count as not run.</summary>
    static IEnumerable<NotebookRun> Runs(string folder, IEnumerable<NotebookFile> notebooks)
    {
        var submitted = new JobRecords(RunFolder.ClusterOf(folder)).Read().Select(record => record.Work).ToHashSet();
        foreach (var notebook in notebooks)
        {
            var saved = Path.Combine(folder, "notebooks", notebook.Id + ".ipynb");
            if (File.Exists(saved)) yield return NotebookRun.Of(notebook.Path, Notebook.Load(saved));
            else if (submitted.Contains(notebook.Id)) yield return NotebookRun.Of(notebook.Path, Notebook.Load(notebook.Path));
        }
    }
}
