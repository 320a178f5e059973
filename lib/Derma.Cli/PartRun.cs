using System.Diagnostics;
using System.Globalization;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>What a job of a cluster does: a notebook, one seed of its trainings, or one trial of its grid, into the run's folder.</summary>
/// <param name="report">Tells what comes of it.</param>
sealed class PartRun(RunReport report)
{
    static readonly TimeSpan lookInterval = TimeSpan.FromSeconds(5);

    /// <summary>Does the part, and keeps a record of it beside those of the other jobs.</summary>
    /// <exception cref="UserError">Library or photos are not those that the run was submitted with.</exception>
    public async Task<int> ExecuteAsync(RunRequest request, RunPart part, CancellationToken stop)
    {
        await Task.Yield();
        var (folder, stamp) = (RunFolder.Open(request.Options).Location, RunStamp.Of(request.Options, isTool: false));
        RequireSame(folder, stamp);
        var (jobs, name) = (RunFolder.ClusterOf(folder), Path.GetFileNameWithoutExtension(request.Run.Files[0]) + part.Ending);
        var (file, watch) = (PartRecord.FileIn(jobs, name), Stopwatch.StartNew());
        var record = PartRecord.Start(file);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var looking = StopWhereReplacedAsync(file, record, over);
        Environment.SetEnvironmentVariable(LabOptions.ProgressVariable, PartRecord.ProgressIn(jobs, name));
        var exitCode = await DoAsync(request, part, folder, stamp, over.Token);
        if (IsOurs(file, record)) (record with { Seconds = watch.Elapsed.TotalSeconds, ExitCode = exitCode }).Save(file);
        await over.CancelAsync();
        await looking;
        return exitCode;
    }

    async Task<int> DoAsync(RunRequest request, RunPart part, string folder, string stamp, CancellationToken stop)
    {
        if (part.Kind == RunPart.Trial) return RunTrial(request, part, stop);
        // How long a cell may take is the cluster's to say, which ends the job.
        var options = WorkbookRun.OptionsIn(folder, request, stamp) with { CellTimeout = TimeSpan.FromDays(365) };
        if (part.Kind == RunPart.Seed)
        {
            var seed = (request.Options.Seed + part.Number).ToString(CultureInfo.InvariantCulture);
            Environment.SetEnvironmentVariable(LabOptions.OnlySeedVariable, seed);
            // What a notebook shows of one seed is no result; its trainings are.
            options = options with { OutputFolder = null };
        }
        var runs = await report.RunAsync(options, timeout: null, quiet: false, stop);
        if (runs.All(run => run.Status == RunStatus.Passed)) return ExitCode.Success;
        return stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failure;
    }

    static int RunTrial(RunRequest request, RunPart part, CancellationToken stop)
    {
        try
        {
            var lab = Lab.OpenSmartDerma(Path.GetFileNameWithoutExtension(request.Run.Files[0]), request.Options, Console.WriteLine);
            lab.RunOne(lab.Grid(), part.Number, stop);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    static void RequireSame(string folder, string stamp)
    {
        var file = Path.Combine(folder, RunStamp.FileName);
        if (RunStamp.Read(folder) is not { } before) AtomicFile.WriteText(file, stamp);
        else if (before != stamp)
            throw new UserError(
                $"The library or the photos have changed since {folder} was submitted; submit it again, and it gets a new folder.");
    }

    /// <summary>A node that was given up for lost may live on: its job has started elsewhere since, and this one is to end.</summary>
    static async Task StopWhereReplacedAsync(string file, PartRecord record, CancellationTokenSource over)
    {
        try
        {
            while (IsOurs(file, record)) await Task.Delay(lookInterval, over.Token);
            await over.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The part has ended.
        }
    }

    static bool IsOurs(string file, PartRecord record) => PartRecord.Load(file) is not { } now || now.Owner == record.Owner;
}
