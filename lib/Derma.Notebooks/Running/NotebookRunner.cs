using System.Text;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Running;

/// <summary>Runs notebooks, each in a process of its own, so that none can harm another or this program, and after those that it
/// needs.</summary>
public sealed class NotebookRunner
{
    /// <summary>Disks take 255 bytes, and results are called by the notebook with an ending or two.</summary>
    const int LongestName = 240;

    readonly RunOptions options;
    readonly CancellationToken cancellationToken;
    readonly RunLog[] logs;
    readonly Fingerprint fingerprint;
    readonly SpareChild spare;
    int started;

    NotebookRunner(RunOptions options, IProgress<RunEvent>? progress, CancellationToken cancellationToken)
    {
        (this.options, this.cancellationToken, fingerprint) = (options, cancellationToken, new(options));
        var notebooks = options.Files.Select(file => (File: Path.GetFullPath(file), Notebook: Notebook.Load(file))).ToArray();
        Parameters.Check(options.Parameters.Keys, notebooks.Select(entry => entry.Notebook));
        var gate = new Lock();
        logs = [.. notebooks.Select(entry => new RunLog(entry.File, Parameters.Set(entry.Notebook, options.Parameters), progress, gate))];
        if (!options.CheckOnly) CheckNames();
        Needs.Check(logs);
        spare = new(options, logs.Select(FolderOf));
    }

    static string FolderOf(RunLog log) => Path.GetDirectoryName(log.File)!;

    /// <summary>Results go by the notebook's name, and not every disk tells capitals apart.</summary>
    void CheckNames()
    {
        foreach (var same in logs.GroupBy(log => log.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            throw new NotebookException($"{string.Join(" and ", same.Select(log => log.File))} would mix their results, which go by the "
                + "file's name without its ending; rename one, or run them apart, each with an --out of its own.");
        if (Array.Find(logs, log => Encoding.UTF8.GetByteCount(log.Name) > LongestName) is { } lengthy)
            throw new NotebookException($"The name of {lengthy.File} is too long for those of its results: {LongestName} bytes at most.");
        bool IsTarget(RunLog log) => RealPath.Of(SavedRun.File(options.OutputFolder, log.Name)) == RealPath.Of(log.File);
        if (options.OutputFolder is not null && Array.Find(logs, IsTarget) is { } log)
            throw new NotebookException($"The results of {log.File} would be written over it; name another folder by --out.");
    }

    /// <summary>Runs the notebooks and returns one result for each, those not reached included.</summary>
    /// <param name="options">What to run, and how.</param>
    /// <param name="progress">Gets every event as it happens, on any thread but never two at once.</param>
    /// <param name="cancellationToken">Stops the run: the cells that run get <see cref="RunOptions.StopTime"/> to end by
    /// themselves.</param>
    /// <exception cref="NotebookException">A notebook is missing or malformed, notebooks need each other, or a parameter is not there;
    /// nothing has run then.</exception>
    public static async Task<IReadOnlyList<NotebookRun>> RunAsync(RunOptions options, IProgress<RunEvent>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var runner = new NotebookRunner(options, progress, cancellationToken);
        using (runner.spare) await runner.RunAllAsync();
        return [.. runner.logs.Select(log => log.Run)];
    }

    /// <summary>Looks for what would stop a run before its first cell; writes and runs nothing.</summary>
    /// <exception cref="NotebookException">As in <see cref="RunAsync(RunOptions, IProgress{RunEvent}?, CancellationToken)"/>.</exception>
    public static void Check(RunOptions options) => _ = new NotebookRunner(options, null, default);

    /// <summary>The notebooks that a run with these options would not run again, by name; runs nothing.</summary>
    /// <param name="options">With a folder of results.</param>
    /// <exception cref="NotebookException">As in <see cref="RunAsync(RunOptions, IProgress{RunEvent}?, CancellationToken)"/>.</exception>
    public static IReadOnlySet<string> UpToDate(RunOptions options)
    {
        var (runner, known) = (new NotebookRunner(options, null, default), new Dictionary<string, bool>());
        bool IsCurrent(RunLog log)
        {
            if (!known.TryGetValue(log.Name, out var isCurrent))
                known[log.Name] = isCurrent = !options.Force && runner.NeededBy(log).All(IsCurrent)
                    && SavedRun.Load(options.OutputFolder!, log, runner.fingerprint.Of(log)) is not null;
            return isCurrent;
        }
        return runner.logs.Where(IsCurrent).Select(log => log.Name).ToHashSet();
    }

    async Task RunAllAsync()
    {
        spare.Prepare();
        var (waiting, running, isAlone) = (logs.ToList(), new List<Task>(), false);
        while (waiting.Count + running.Count > 0)
            if (running.Count < (isAlone ? 1 : options.Jobs)
                && waiting.Find(log => IsReady(log) && (running.Count == 0 || !log.RunsAlone)) is { } next)
            {
                waiting.Remove(next);
                isAlone = next.RunsAlone;
                if (MayRun(next)) running.Add(RunAsync(next));
                else next.Settle(next.Run);
            }
            else
            {
                var ended = await Task.WhenAny(running);
                running.Remove(ended);
                await ended;
            }
    }

    IEnumerable<RunLog> NeededBy(RunLog log) => logs.Where(other => log.Needs.Contains(other.Name));

    /// <summary>Where cells are only compiled, no notebook needs another's results.</summary>
    bool IsReady(RunLog log) => options.CheckOnly || NeededBy(log).All(need => need.IsSettled);

    bool MayRun(RunLog log) => !cancellationToken.IsCancellationRequested
        && (options.CheckOnly
            || (options.KeepGoing ? NeededBy(log) : logs.Where(other => other.IsSettled))
            .All(other => other.Run.Status == RunStatus.Passed));

    async Task RunAsync(RunLog log)
    {
        log.Start(++started, logs.Length);
        log.Settle(await ResultOf(log));
    }

    Task<WorkerEnd> EndOf(RunLog log) => options.InteractiveTool is { } tool
        ? new InteractiveTool(options, tool, log, cancellationToken).RunAsync()
            : new WorkerProcess(options, spare).RunAsync(log, cancellationToken);

    async Task<NotebookRun> ResultOf(RunLog log)
    {
        try
        {
            var folder = options.CheckOnly ? null : options.OutputFolder;
            var current = folder is null ? null : fingerprint.Of(log);
            if (folder is not null && !options.Force && SavedRun.Load(folder, log, current!) is { } saved)
            {
                spare.Pass(FolderOf(log));
                return saved;
            }
            var run = log.Finish(await EndOf(log)) with { Fingerprint = current };
            return folder is null ? run : SavedRun.Save(folder, run);
        }
        catch (Exception fault)
        {
            // Whatever the runner itself gets wrong with one notebook costs no other.
            return log.Run with { Problem = $"{log.Name}: the runner failed: {fault.GetType().Name}: {fault.Message}" };
        }
    }
}
