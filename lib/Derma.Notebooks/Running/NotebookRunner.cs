using Derma.Notebooks.Documents;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Running;

/// <summary>Runs notebooks one after the other, each in a process of its own, so that none can harm another or this program.</summary>
public static class NotebookRunner
{
    /// <summary>Runs the notebooks and returns one result for each, those not reached included.</summary>
    /// <param name="options">What to run, and how.</param>
    /// <param name="progress">Gets every event as it happens, on any thread but never two at once.</param>
    /// <param name="cancellationToken">Stops the run: the cell that runs gets <see cref="RunOptions.StopTime"/> to end by itself.</param>
    /// <exception cref="NotebookException">A notebook is missing or malformed; nothing has run then.</exception>
    public static async Task<IReadOnlyList<NotebookRun>> RunAsync(RunOptions options, IProgress<RunEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        var notebooks = options.Files.Select(file => (File: Path.GetFullPath(file), Notebook: Notebook.Load(file))).ToArray();
        var runs = new List<NotebookRun>();
        foreach (var (file, notebook) in notebooks)
        {
            var log = new RunLog(file, notebook, progress ?? new Silence());
            if (!cancellationToken.IsCancellationRequested && (options.KeepGoing || runs.All(run => run.Status == RunStatus.Passed)))
                await RunAsync(log, runs.Count + 1, options, cancellationToken);
            runs.Add(log.ToRun());
        }
        return runs;
    }

    static async Task RunAsync(RunLog log, int number, RunOptions options, CancellationToken cancellationToken)
    {
        log.Start(number, options.Files.Count);
        var end = await new WorkerProcess(options).RunAsync(log, cancellationToken);
        var run = log.Finish(end);
        if (options.OutputFolder is { } folder) IpynbWriter.Save(run, Path.Combine(folder, run.Name + ".ipynb"));
    }

    sealed class Silence : IProgress<RunEvent>
    {
        public void Report(RunEvent value) { }
    }
}
