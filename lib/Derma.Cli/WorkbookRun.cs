using System.Net;
using Derma.Claims;
using Derma.Experiments;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>Runs notebooks in one run folder, then writes what they found: claims, JUnit, notebooks with outputs, the site.</summary>
static class WorkbookRun
{
    const string Footer =
        "Not for diagnosis. This site repeats experiments for teaching; nothing on it says anything about a person's skin. See a doctor. "
        + "Built-in drawings are made by a program: they are not patient data, and their accuracies reproduce nobody's.";

    public static async Task<int> ExecuteAsync(RunRequest request, CancellationToken stop)
    {
        var folder = (request.Options.RunFolder is null ? RunFolder.Start(request.Options) : RunFolder.Open(request.Options)).Location;
        var options = new RunOptions
        {
            Files = [.. request.Notebooks.Select(notebook => notebook.Path)],
            OutputFolder = Path.Combine(folder, "notebooks"),
            CellTimeout = request.CellTimeout,
            KeepGoing = request.KeepGoing,
            Environment = new Dictionary<string, string>((request.Options with { RunFolder = folder }).ToEnvironment()) { ["DERMA_PAGE_SCRIPTS"] = "1" },
        };
        var runs = await NotebookRunner.RunAsync(options, RunProgress.For(Console.Out), stop);
        var checks = ClaimFile.Merge(folder, Ledger.Both);
        JUnit.Write(runs, Path.Combine(folder, "junit.xml"));
        Site.Write(runs, CourseText.AddTo(SiteOf(request, runs, checks), runs.Select(run => run.Name).ToHashSet()));
        return Report(runs, folder, stop.IsCancellationRequested);
    }

    static SiteOptions SiteOf(RunRequest request, IReadOnlyList<NotebookRun> runs, IReadOnlyList<ClaimCheck> checks) => new()
    {
        OutputFolder = Path.Combine(Repository.Runs, "site"),
        Title = "Derma Workbook",
        IntroductionHtml = Introduction(request, checks),
        FooterHtml = $"<p>{WebUtility.HtmlEncode(Footer)}</p>",
        Badges = runs.ToDictionary(run => run.Name, run => Badges(checks.Where(check => check.Measured is not null && check.Notebook == run.Name))),
        ExtraPages = [new ExtraPage("ledger.html", "Ledger of both papers", ClaimTable.Ledger(checks).Html)],
        PlotlyScript = PageScript("plotly.js-cartesian-dist-min", "plotly-cartesian.min.js"),
        MermaidScript = PageScript("@mermaid-js", "tiny", "dist", "mermaid.tiny.js"),
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

    static string? PageScript(params string[] path)
    {
        var file = Path.Combine([Repository.Root, "node_modules", .. path]);
        return File.Exists(file) ? file : null;
    }

    static int Report(IReadOnlyList<NotebookRun> runs, string folder, bool stopped)
    {
        foreach (var failed in runs.Where(run => run.FirstFailure is not null))
            Console.Error.WriteLine($"workbook: {failed.Name} failed in cell {failed.FirstFailure!.Number}: {failed.FirstFailure.Error?.Message}");
        Console.WriteLine($"Run: {folder}");
        Console.WriteLine($"Site: {Path.Combine(Repository.Runs, "site", "index.html")}");
        if (stopped) Console.Error.WriteLine($"workbook: stopped; './workbook run --out {folder}' with the same choices goes on.");
        var passed = runs.Count(run => run.Status == RunStatus.Passed);
        Console.WriteLine($"{passed} passed, {runs.Count(run => run.Status == RunStatus.Failed)} failed, {runs.Count(run => run.Status == RunStatus.NotFinished)} skipped");
        return stopped ? ExitCode.Interrupted : passed == runs.Count ? ExitCode.Success : ExitCode.Failure;
    }
}
