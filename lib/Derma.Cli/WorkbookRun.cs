using Derma.Notebooks;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>Runs notebooks in one run folder, then writes what they found: claims, JUnit, notebooks with outputs, the site.</summary>
/// <param name="report">Tells what comes of them.</param>
sealed class WorkbookRun(RunReport report)
{
    const string WaitPolicy = "OMP_WAIT_POLICY", SpinCount = "GOMP_SPINCOUNT";

    /// <summary>Runs, and where it is asked for, runs again whenever a file beside the notebooks is saved, until it is stopped.</summary>
    public async Task<int> ExecuteAsync(RunRequest request, CancellationToken stop)
    {
        if (request.Part is { } part) return await new PartRun(report).ExecuteAsync(request, part, stop);
        if (request.Cluster is not null) return new ClusterRun().Submit(request);
        if (!request.Watch) return await OnceAsync(request, stop);
        using var changes = new Changes(request.Run.Files);
        for (var next = request; ; next = request with { Run = request.Run with { Force = false } })
        {
            await ReportingAsync(() => OnceAsync(next, stop));
            if (stop.IsCancellationRequested) return ExitCode.Interrupted;
            Console.WriteLine("Watching; Ctrl-C ends it.");
            await changes.NextAsync(stop);
        }
    }

    /// <summary>A notebook that is half written is no reason to stop watching it.</summary>
    async Task ReportingAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception problem) when (problem is UserError or NotebookException or IOException or UnauthorizedAccessException)
        {
            report.Say(problem.Message);
        }
    }

    /// <summary>Brings what the notebooks and their pages need besides the build.</summary>
    public static void Prepare(RunRequest request)
    {
        SetUp.BringPageScripts();
        if (request.Run.Files.Any(WantsPretrained)) SetUp.BringPretrained();
    }

    /// <summary>How the notebooks run in a run's folder, wherever they run: results are known by these options.</summary>
    public static RunOptions OptionsIn(string folder, RunRequest request, string stamp) => request.Run with
    {
        OutputFolder = Path.Combine(folder, "notebooks"),
        Stamp = stamp,
        Environment = new Dictionary<string, string>((request.Options with { RunFolder = folder }).ToEnvironment())
        {
            ["DERMA_PAGE_SCRIPTS"] = "1",
        },
    };

    static bool WantsPretrained(string notebook) => File.ReadAllText(notebook).Contains(ImageNetResNet18.Package, StringComparison.Ordinal);

    async Task<int> OnceAsync(RunRequest request, CancellationToken stop)
    {
        if (request.Run.CheckOnly) return await report.CheckAsync(request.Run, stop);
        Prepare(request);
        var stamp = RunStamp.Of(request.Options, request.Run.InteractiveTool is not null);
        var folder = FolderOf(request, stamp).Location;
        AtomicFile.WriteText(Path.Combine(folder, RunStamp.FileName), stamp);
        var options = OptionsIn(folder, request, stamp);
        LimitBusyWaiting(options.Jobs);
        var runs = await report.RunAsync(options, request.Timeout, quiet: false, stop);
        var isWritten = Write(request, runs, folder);
        var exit = Report(request, runs, folder, stop);
        return isWritten || exit != ExitCode.Success ? exit : ExitCode.Failure;
    }

    // Threads that wait busily take the cores from whoever else works here; how much is in docs/speed.md. A few turns cost nothing where
    // nobody does. Side by side, where somebody always does, none are better still.
    static void LimitBusyWaiting(int jobs)
    {
        if (Surroundings.Find(WaitPolicy) is not null || Surroundings.Find(SpinCount) is not null) return;
        var (name, value) = jobs > 1 ? (WaitPolicy, "passive") : (SpinCount, "3000");
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Writes what comes of all notebooks together; a full disk or a fault costs what is not yet written, no more.</summary>
    public bool Write(RunRequest request, IReadOnlyList<NotebookRun> runs, string folder)
    {
        IReadOnlyList<ClaimCheck> checks = [.. Ledger.All.Claims.Select(claim => ClaimCheck.Unmeasured(claim))];
        return Try(() => JUnit.Write(runs, Path.Combine(folder, "junit.xml")))
            & Try(() => checks = ClaimFile.Merge(folder, Ledger.All))
            & Try(() => Site.Write(runs, CourseText.AddTo(WorkbookSite.Of(request, runs, checks), runs)));
    }

    bool Try(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception problem)
        {
            // What was run is kept, whatever becomes of its pages.
            var kind = problem is UserError or IOException or UnauthorizedAccessException ? "" : problem.GetType().Name + ": ";
            report.Say($"the results could not all be written: {kind}{problem.Message}");
            return false;
        }
    }

    /// <summary>
    /// Joins the newest run of the same choices where library and data are still what they were, so that nothing is run twice and nothing
    /// old is taken for new.
    /// </summary>
    public static RunFolder FolderOf(RunRequest request, string stamp) => request.Options.RunFolder is not null
        ? RunFolder.Open(request.Options) : Joined(request, stamp) ?? RunFolder.Start(request.Options);

    /// <summary>The run that this one goes on with where no folder is named; null where it is a new one.</summary>
    public static RunFolder? Joined(RunRequest request, string stamp)
    {
        var newest = request.Run.Force ? null : RunFolder.Newest(request.Options);
        return newest is not null && RunStamp.Read(newest.Location) == stamp ? newest : null;
    }

    int Report(RunRequest request, IReadOnlyList<NotebookRun> runs, string folder, CancellationToken stop)
    {
        Console.WriteLine($"Run: {folder}");
        Console.WriteLine($"Site: {Path.Combine(WorkbookSite.FolderOf(request.Options), "index.html")}");
        var named = request.Options.RunFolder is null ? "" : $" --out {folder}";
        if (stop.IsCancellationRequested) report.Say($"stopped; './workbook run{named}' with the same choices goes on.");
        return RunReport.Count(runs, stop);
    }
}

/// <summary>The state of what a run's trainings depend on besides its choices: the built library and the photos.</summary>
static class RunStamp
{
    public const string FileName = "made-with.txt";

    /// <param name="options">The run's choices.</param>
    /// <param name="isTool">Whether the tool runs the cells and not the engine of our own: a run's folder holds the results of one of
    /// them.</param>
    public static string Of(LabOptions options, bool isTool) =>
        $"library {Fingerprint.OfLibrary(Repository.Library)}\nphotos {Photos(options.Data)}\n{(isTool ? "engine interactive\n" : "")}";

    /// <summary>The state that the run in a folder was made with; null where it did not say.</summary>
    public static string? Read(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) ? File.ReadAllText(Path.Combine(folder, FileName)) : null;

    /// <summary>Number, size and newest time of a set's files; the built-in drawings are part of the library.</summary>
    static string Photos(string data)
    {
        if (data == LabOptions.BuiltIn) return data;
        // Links that lead nowhere and folders that nobody may enter hold no photo.
        var everywhere = new EnumerationOptions
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None,
        };
        var files = new DirectoryInfo(data.Split('=', 2)[1]).EnumerateFiles("*", everywhere)
            .Where(file => File.Exists(file.FullName)).ToList();
        var newest = files.Count == 0 ? "" : files.Max(file => file.LastWriteTimeUtc).ToString("O");
        return $"{data} {files.Count} {files.Sum(file => file.Length)} {newest}";
    }
}
