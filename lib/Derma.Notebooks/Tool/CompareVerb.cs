using System.CommandLine;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary><c>compare FILE...</c>: runs notebooks again and shows how their outputs differ from those that the files keep.</summary>
public static class CompareVerb
{
    static readonly Argument<string[]> notebooks = new("notebooks")
        { Description = ".ipynb files, or folders of them", Arity = ArgumentArity.OneOrMore };
    static readonly Option<double> tolerance = new("--tolerance")
        { Description = "how far two numbers may lie apart, as a share of the larger one, such as 1e-6 (default: not at all)" };
    static readonly Option<string[]> masks = new("--mask") { Description = "a regular expression of what is not compared" };
    static readonly Option<bool> unmasked = new("--unmasked") { Description = "compare times, dates and GUIDs too" };
    static readonly Option<string[]> ignored = new("--ignore")
        { Description = "a mime type or stream that is not compared: image/png, stderr" };

    /// <summary>Makes the verb.</summary>
    /// <param name="report">Tells what differs.</param>
    public static Command Create(RunReport report)
    {
        const string About = "Run notebooks again and show how their outputs differ from those that the .ipynb files keep.";
        var command = new Command("compare", About) { notebooks, tolerance, masks, unmasked, ignored, RunChoices.WaitForDebugger };
        command.SetAction((parsed, stop) => ExecuteAsync(parsed, report, stop));
        return RunChoices.AddTo(command);
    }

    static async Task<int> ExecuteAsync(ParseResult parsed, RunReport report, CancellationToken stop)
    {
        var comparison = new Comparison(new()
        {
            Tolerance = parsed.GetValue(tolerance),
            Masks = [.. parsed.GetValue(unmasked) ? [] : Comparison.TimesAndIds, .. parsed.GetValue(masks) ?? []],
            Ignored = parsed.GetValue(ignored) ?? [],
        });
        var options = RunChoices.Of(parsed, Files(parsed.GetValue(notebooks)!)) with { KeepGoing = true };
        var runs = await report.RunAsync(options, RunChoices.Timeout(parsed), quiet: true, stop);
        var different = runs.Count(run => Tell(run, comparison.Of(run), report));
        Console.WriteLine($"{different} of {runs.Count} with other outputs than their files keep");
        var exit = RunReport.Count(runs, stop);
        return exit == ExitCode.Success && different > 0 ? ExitCode.Failure : exit;
    }

    /// <summary>A folder may hold files of both kinds; one that is named is meant.</summary>
    static IReadOnlyList<string> Files(string[] names)
    {
        if (Array.Find(names, name => File.Exists(name) && NotebookFiles.IsNotebook(name) && !IsKeeping(name)) is { } without)
            throw new NotebookException($"{without} keeps no outputs to compare with; compare takes .ipynb files.");
        return NotebookFiles.Of(names).Where(IsKeeping).ToArray() is { Length: > 0 } files ? files
            : throw new NotebookException($"There is no .ipynb file in the folder '{names[0]}'.");
    }

    static bool IsKeeping(string file) => Path.GetExtension(file) == ".ipynb";

    static bool Tell(NotebookRun run, IReadOnlyList<Difference> differences, RunReport report)
    {
        foreach (var difference in differences)
        {
            var cell = difference.Cell;
            var where = difference.Kept is null || difference.Now is null ? "" : $", line {difference.Line}";
            var text = $"  {difference.Output}{where}\n    kept: {difference.Kept ?? "(nothing)"}\n    now:  "
                + $"{difference.Now ?? "(nothing)"}";
            Console.WriteLine($"{Printable.Of(Path.GetFileName(run.File))}: cell {cell.Number}, line {cell.Cell.Line}\n{text}");
            report.Mark(run, cell, text);
        }
        return differences.Count > 0;
    }
}
