using System.CommandLine;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary>The tool <c>dib</c>: runs, checks, converts and compares anybody's notebooks.</summary>
internal static class Dib
{
    static readonly Argument<string[]> notebooks = new("notebooks")
        { Description = ".dib and .ipynb files, or folders of them", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> folder = new("--out")
        { Description = "folder that gets the notebooks with their outputs, junit.xml and the site; nothing is written without it" };

    public static Task<int> RunAsync(string[] arguments)
    {
        var report = RunReport.Of("dib", Environment.GetEnvironmentVariable);
        var run = new Command("run", "Run notebooks.") { notebooks, folder, RunChoices.KeepGoing, RunChoices.Force,
            RunChoices.WaitForDebugger };
        run.SetAction((parsed, stop) => RunAsync(parsed, report, stop));
        var check = new Command("check", "Compile every cell and run none.") { notebooks };
        check.SetAction((parsed, stop) => report.CheckAsync(Options(parsed) with { CheckOnly = true }, stop));
        var root = new RootCommand("Notebooks in .dib and .ipynb files, without a window.")
            { RunChoices.AddTo(run), RunChoices.AddTo(check), ConvertVerb.Create(() => []), CompareVerb.Create(report) };
        return new VerbProgram(root, report, "dib").RunAsync(arguments);
    }

    static RunOptions Options(ParseResult parsed) => RunChoices.Of(parsed, NotebookFiles.Of(parsed.GetValue(notebooks)!));

    static async Task<int> RunAsync(ParseResult parsed, RunReport report, CancellationToken stop)
    {
        var options = Options(parsed);
        if (parsed.GetValue(folder) is not { } target)
            return RunReport.Count(await report.RunAsync(options, RunChoices.Timeout(parsed), quiet: false, stop), stop);
        var (results, site, tests) = (Path.Combine(target, "notebooks"), Path.Combine(target, "site"), Path.Combine(target, "junit.xml"));
        if (File.Exists(target)) throw new NotebookException($"--out {target} is a file; name a folder.");
        NotebookFiles.CheckTargets(options.Files, [results, site], isNew: !File.Exists(tests));
        var runs = await report.RunAsync(options with { OutputFolder = results }, RunChoices.Timeout(parsed), quiet: false, stop);
        JUnit.Write(runs, tests);
        Site.Write(runs, new() { OutputFolder = site });
        return RunReport.Count(runs, stop);
    }
}
