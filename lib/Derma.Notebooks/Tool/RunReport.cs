using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary>Runs notebooks and tells what came of them: on a terminal, in a log, and as GitHub's annotations there.</summary>
/// <param name="program">The program that speaks.</param>
/// <param name="gitHubFolder">The folder that GitHub's annotations count from; null elsewhere.</param>
public sealed class RunReport(string program, string? gitHubFolder)
{
    /// <summary>As the environment has it: GitHub sets two variables.</summary>
    /// <param name="program">The program that speaks.</param>
    /// <param name="variable">Value of an environment variable.</param>
    public static RunReport Of(string program, Func<string, string?> variable) =>
        new(program, variable("GITHUB_ACTIONS") == "true" ? variable("GITHUB_WORKSPACE") ?? Directory.GetCurrentDirectory() : null);

    /// <summary>Runs notebooks, and tells their course and their failures.</summary>
    /// <param name="options">What to run, and how.</param>
    /// <param name="timeout">Time that all together may take; null for any.</param>
    /// <param name="quiet">Whether to leave out what the cells write.</param>
    /// <param name="stop">Stops the run.</param>
    public async Task<IReadOnlyList<NotebookRun>> RunAsync(RunOptions options, TimeSpan? timeout, bool quiet, CancellationToken stop)
    {
        // The command line listens for Ctrl-C only once this has returned to it: before that, an interrupt would leave processes behind.
        await Task.Yield();
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (timeout is { } limit) clock.CancelAfter(limit);
        var runs = await NotebookRunner.RunAsync(options, new RunProgress(Console.Out, options.Jobs > 1, quiet), clock.Token);
        if (clock.IsCancellationRequested && !stop.IsCancellationRequested)
            Say($"the run took longer than {timeout!.Value.TotalMinutes:0.##} minutes (--timeout) and was stopped.");
        TellFailures(runs);
        return runs;
    }

    /// <summary>Compiles every cell, runs none, and tells what does not compile.</summary>
    /// <param name="options">What to compile.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What the program returns to the shell.</returns>
    public async Task<int> CheckAsync(RunOptions options, CancellationToken stop)
    {
        var runs = await NotebookRunner.RunAsync(options, cancellationToken: stop);
        TellFailures(runs);
        var passed = runs.Count(run => run.Status == RunStatus.Passed);
        Console.WriteLine($"{passed} compile, {runs.Count - passed} do not");
        return passed == runs.Count ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Tells how many notebooks passed.</summary>
    /// <returns>What the program returns to the shell.</returns>
    public static int Count(IReadOnlyList<NotebookRun> runs, CancellationToken stop)
    {
        int Count(RunStatus status) => runs.Count(run => run.Status == status);
        var passed = Count(RunStatus.Passed);
        Console.WriteLine($"{passed} passed, {Count(RunStatus.Failed)} failed, {Count(RunStatus.NotFinished)} skipped");
        return stop.IsCancellationRequested ? ExitCode.Interrupted : passed == runs.Count ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Writes a sentence to stderr, in the program's name.</summary>
    public void Say(string sentence) => Console.Error.WriteLine($"{program}: {Printable.Of(sentence)}");

    /// <summary>Marks a cell on GitHub's pages; does nothing elsewhere.</summary>
    public void Mark(NotebookRun run, CellRun cell, string text)
    {
        if (gitHubFolder is null) return;
        var file = Path.GetRelativePath(gitHubFolder, run.File).Replace('\\', '/');
        var (line, title) = (cell.Error?.Line ?? cell.Cell.Line, $"{run.Name}, cell {cell.Number}");
        Console.WriteLine($"::error file={Property(file)},line={line},title={Property(title)}::{Data(text)}");
    }

    void TellFailures(IReadOnlyList<NotebookRun> runs)
    {
        foreach (var (run, cell) in runs.SelectMany(run => run.Cells.Where(cell => cell.Error is not null).Select(cell => (run, cell))))
        {
            var happened = run.Status == RunStatus.NotFinished ? "was stopped" : "failed";
            Say($"{run.Name} {happened} in cell {cell.Number}: {cell.Error!.Message}");
            if (run.Status != RunStatus.NotFinished) Mark(run, cell, string.Join('\n', cell.Error.Lines));
        }
        foreach (var problem in runs.Select(run => run.Problem).OfType<string>())
        {
            Say(problem);
            if (gitHubFolder is not null) Console.WriteLine($"::error::{Data(problem)}");
        }
    }

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}

/// <summary>What a program returns to the shell.</summary>
public static class ExitCode
{
    /// <summary>All went well; something failed; a choice cannot be met; Ctrl-C.</summary>
    public const int Success = 0, Failure = 1, Usage = 2, Interrupted = 130;
}
