using System.Net;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>Runs notebooks in one run folder, then writes what they found: claims, JUnit, notebooks with outputs, the site.</summary>
static class WorkbookRun
{
    const string WaitPolicy = "OMP_WAIT_POLICY";

    const string Footer =
        "Not for diagnosis. This site repeats experiments for teaching; nothing on it says anything about a person's skin. See a doctor. "
        + "Built-in drawings are made by a program: they are not patient data, and their accuracies reproduce nobody's.";

    public static async Task<int> ExecuteAsync(RunRequest request, CancellationToken stop)
    {
        if (request.Run.CheckOnly) return await CheckAsync(request.Run, stop);
        var stamp = RunStamp.Of(request.Options);
        var folder = FolderOf(request, stamp).Location;
        AtomicFile.WriteText(Path.Combine(folder, RunStamp.FileName), stamp);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (request.Timeout is { } limit) clock.CancelAfter(limit);
        var options = request.Run with
        {
            OutputFolder = Path.Combine(folder, "notebooks"),
            Stamp = stamp,
            Environment = new Dictionary<string, string>((request.Options with { RunFolder = folder }).ToEnvironment()) { ["DERMA_PAGE_SCRIPTS"] = "1" },
        };
        // Side by side, threads that wait busily take the cores from the other notebook: two trainings on two cores took 2.4 times as long.
        if (options.Jobs > 1 && Environment.GetEnvironmentVariable(WaitPolicy) is null) Environment.SetEnvironmentVariable(WaitPolicy, "passive");
        var runs = await NotebookRunner.RunAsync(options, RunProgress.For(Console.Out, options.Jobs > 1), clock.Token);
        if (clock.IsCancellationRequested && !stop.IsCancellationRequested) Console.Error.WriteLine($"workbook: the run took longer than {request.Timeout!.Value.TotalMinutes:0.##} minutes (--timeout) and was stopped.");
        var isWritten = Write(request, runs, folder);
        var exit = Report(runs, folder, stop.IsCancellationRequested);
        return isWritten || exit != ExitCode.Success ? exit : ExitCode.Failure;
    }

    /// <summary>Writes what comes of all notebooks together; a full disk costs what is not yet written and nothing else.</summary>
    static bool Write(RunRequest request, IReadOnlyList<NotebookRun> runs, string folder)
    {
        try
        {
            JUnit.Write(runs, Path.Combine(folder, "junit.xml"));
            var checks = ClaimFile.Merge(folder, Ledger.Both);
            Site.Write(runs, CourseText.AddTo(SiteOf(request, runs, checks), runs));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"workbook: the results could not all be written: {problem.Message}");
            return false;
        }
    }

    static async Task<int> CheckAsync(RunOptions options, CancellationToken stop)
    {
        var runs = await NotebookRunner.RunAsync(options, cancellationToken: stop);
        Annotations.Write(runs, Console.Out, Console.Error);
        var passed = runs.Count(run => run.Status == RunStatus.Passed);
        Console.WriteLine($"{passed} compile, {runs.Count - passed} do not");
        return passed == runs.Count ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Joins the newest run of the same choices where library and data are still what they were, so that nothing is run twice and nothing old is taken for new.</summary>
    static RunFolder FolderOf(RunRequest request, string stamp)
    {
        if (request.Options.RunFolder is not null) return RunFolder.Open(request.Options);
        var newest = request.Run.Force ? null : RunFolder.Newest(request.Options);
        return newest is not null && RunStamp.Read(newest.Location) == stamp ? newest : RunFolder.Start(request.Options);
    }

    static SiteOptions SiteOf(RunRequest request, IReadOnlyList<NotebookRun> runs, IReadOnlyList<ClaimCheck> checks) => new()
    {
        OutputFolder = Path.Combine(Repository.Runs, "site"),
        Title = "Derma Workbook",
        IntroductionHtml = Introduction(request, checks),
        FooterHtml = $"<p>{WebUtility.HtmlEncode(Footer)}</p>",
        Badges = runs.ToDictionary(run => run.Name, run => Badges(checks.Where(check => check.Measured is not null && check.Notebook == run.Name))),
        ExtraPages = [new ExtraPage("ledger.html", "Ledger of both papers", ClaimTable.Ledger(checks).Html)],
        Scripts = PageScripts.All,
    };

    static string Introduction(RunRequest request, IReadOnlyList<ClaimCheck> checks)
    {
        var papers = checks.GroupBy(check => check.Claim.Paper)
            .Select(paper => $"{WebUtility.HtmlEncode(paper.Key)}, {paper.Count()}: {VerdictWords.Counts(paper.Select(check => check.Verdict))}");
        var data = request.Options.Data == LabOptions.BuiltIn ? "built-in drawings, made by a program and not patient data" : $"the photos of {request.Options.Data.Split('=')[0]}";
        return $"<p>Ten training attempts of a small network on skin photos, re-run from their published description, with every printed number checked. "
            + $"This run used {WebUtility.HtmlEncode(data)}, at the scale “{request.Options.Scale.Name}”: {WebUtility.HtmlEncode(request.Options.Scale.About)}.</p>"
            + $"<p><a href=\"ledger.html\">The ledger</a> has all {checks.Count} printed numbers of two papers. {string.Join(". ", papers)}.</p>";
    }

    static IReadOnlyList<Badge> Badges(IEnumerable<ClaimCheck> checks) =>
        [.. checks.GroupBy(check => check.Verdict).OrderBy(group => group.Key).Select(group => new Badge($"{group.Count()} {group.Key.Words()}", Tone(group.Key)))];

    static BadgeTone Tone(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => BadgeTone.Good,
        Verdict.NotReproduced => BadgeTone.Bad,
        Verdict.ImpossibleAsPrinted => BadgeTone.Warning,
        _ => BadgeTone.Neutral,
    };

    static int Report(IReadOnlyList<NotebookRun> runs, string folder, bool stopped)
    {
        Annotations.Write(runs, Console.Out, Console.Error);
        Console.WriteLine($"Run: {folder}");
        Console.WriteLine($"Site: {Path.Combine(Repository.Runs, "site", "index.html")}");
        if (stopped) Console.Error.WriteLine($"workbook: stopped; './workbook run --out {folder}' with the same choices goes on.");
        var passed = runs.Count(run => run.Status == RunStatus.Passed);
        Console.WriteLine($"{passed} passed, {runs.Count(run => run.Status == RunStatus.Failed)} failed, {runs.Count(run => run.Status == RunStatus.NotFinished)} skipped");
        return stopped ? ExitCode.Interrupted : passed == runs.Count ? ExitCode.Success : ExitCode.Failure;
    }
}
