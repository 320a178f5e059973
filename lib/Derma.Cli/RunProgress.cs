using System.Globalization;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running.Progress;
using Derma.Notebooks.Running;
using Spectre.Console;

namespace Derma.Cli;

/// <summary>The course of a run for whoever watches: one short line a notebook and training, and what went wrong.</summary>
/// <param name="console">Where to write.</param>
/// <param name="names">Whether lines name their notebook, because several run side by side.</param>
sealed class RunProgress(IAnsiConsole console, bool names) : IProgress<RunEvent>
{
    readonly Dictionary<string, TerminalText> pending = [];

    /// <summary>In colour on a terminal, in plain text in a file.</summary>
    public static RunProgress For(TextWriter output, bool names) =>
        new(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        }), names);

    public void Report(RunEvent value)
    {
        var name = Path.GetFileNameWithoutExtension(value.File);
        var place = names ? $"{Escape(name.Split('-')[0]),5} " : "      ";
        switch (value)
        {
            case NotebookStarted begun: Write($"[bold]{begun.Number,2}/{begun.Count} {Escape(name)}[/]"); break;
            case TextWritten written: WriteText(value.File, place, written.Text); break;
            case CellFinished finished: FinishCell(value.File, place, finished.Cell.Error); break;
            case NotebookFinished ended: Write(place + Words(ended.Run)); break;
        }
    }

    /// <summary>Text comes in parts of lines; a line that redraws itself is shown once, when it ends.</summary>
    void WriteText(string file, string place, string text)
    {
        if (!pending.TryGetValue(file, out var line)) pending[file] = line = Line();
        line.Append(text);
        if (!text.Contains('\n', StringComparison.Ordinal)) return;
        var shown = line.ToString();
        var end = shown.LastIndexOf('\n') + 1;
        foreach (var whole in shown[..Math.Max(0, end - 1)].Split('\n')) Write($"{place}[grey]{Escape(whole)}[/]");
        pending[file] = Line();
        pending[file].Append(shown.AsSpan(end));
    }

    /// <summary>A line as long as it comes: the runner cuts what a cell writes, and says so in its last line.</summary>
    static TerminalText Line() => new(int.MaxValue);

    /// <summary>Shows the line that the cell did not end, and why the cell failed.</summary>
    void FinishCell(string file, string place, ErrorOutput? error)
    {
        if (pending.GetValueOrDefault(file)?.Length > 0) WriteText(file, place, "\n");
        if (error is not null) Write($"{place}[red]{Escape(error.Message)}[/]");
    }

    /// <summary>Text as the console's library can measure it, one line of it a line, and not taken for colours.</summary>
    static string Escape(string text) => Spectre.Console.Markup.Escape(Printable.Of(text));

    void Write(string markup)
    {
        // A log has no width: nothing may be wrapped there.
        console.Profile.Width = Math.Max(console.Profile.Width, 400);
        console.MarkupLine(markup);
    }

    static string Words(NotebookRun run)
    {
        var started = run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (run.Reused) return $"[green]unchanged[/] since {started} UTC: its results are taken";
        var seconds = run.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return run.Status switch
        {
            RunStatus.Passed => $"[green]passed[/] in {seconds} s",
            RunStatus.Failed => $"[red]failed[/] after {seconds} s",
            _ => $"[yellow]stopped[/] after {seconds} s",
        };
    }
}

/// <summary>Failures where continuous integration shows them: as GitHub's annotations there, as sentences elsewhere.</summary>
static class Annotations
{
    public static void Write(IEnumerable<NotebookRun> runs, TextWriter output, TextWriter error)
    {
        var isGitHub = Surroundings.Find("GITHUB_ACTIONS") == "true";
        foreach (var (run, cell) in runs.SelectMany(run => run.Cells.Where(cell => cell.Error is not null).Select(cell => (run, cell))))
        {
            var happened = run.Status == RunStatus.NotFinished ? "was stopped" : "failed";
            error.WriteLine($"workbook: {Printable.Of(run.Name)} {happened} in cell {cell.Number}: {Printable.Of(cell.Error!.Message)}");
            var (line, title) = (cell.Error.Line ?? cell.Cell.Line, Property($"{run.Name}, cell {cell.Number}"));
            if (isGitHub && run.Status != RunStatus.NotFinished)
                output.WriteLine(
                    $"::error file={Property(FileName(run.File))},line={line},title={title}::{Data(string.Join('\n', cell.Error.Lines))}");
        }
        foreach (var problem in runs.Select(run => run.Problem).OfType<string>())
        {
            error.WriteLine($"workbook: {Printable.Of(problem)}");
            if (isGitHub) output.WriteLine($"::error::{Data(problem)}");
        }
    }

    static string FileName(string path) =>
        Path.GetRelativePath(Surroundings.Find("GITHUB_WORKSPACE") ?? Directory.GetCurrentDirectory(), path).Replace('\\', '/');

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
