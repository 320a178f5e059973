using System.Globalization;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Tool;

/// <summary>The course of a run for whoever watches: one short line a notebook and text, and what went wrong; in colour on a
/// terminal.</summary>
/// <param name="output">Where to write.</param>
/// <param name="names">Whether lines name their notebook, because several run side by side.</param>
/// <param name="quiet">Whether to leave out what the cells write.</param>
public sealed class RunProgress(TextWriter output, bool names, bool quiet) : IProgress<RunEvent>
{
    readonly Dictionary<string, TerminalText> pending = [];

    /// <inheritdoc/>
    public void Report(RunEvent value)
    {
        var name = Printable.Of(Path.GetFileNameWithoutExtension(value.File));
        var place = names ? $"{name.Split('-')[0],5} " : "      ";
        switch (value)
        {
            case NotebookStarted begun: Write("", ConsoleColor.Cyan, $"{begun.Number,2}/{begun.Count} {name}"); break;
            case DebuggerAwaited awaited:
                Console.Error.WriteLine($"{name}: process {awaited.Process} waits for a debugger; Ctrl-C ends it.");
                break;
            case TextWritten written when !quiet: WriteText(value.File, place, written.Text); break;
            case CellFinished finished: FinishCell(value.File, place, finished.Cell.Error); break;
            case NotebookFinished ended: WriteEnd(place, ended.Run); break;
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
        var lines = shown[..Math.Max(0, end - 1)].Split('\n').Select(whole => place + Printable.Of(whole));
        Write("", ConsoleColor.DarkGray, string.Join(output.NewLine, lines));
        pending[file] = Line();
        pending[file].Append(shown.AsSpan(end));
    }

    /// <summary>A line as long as it comes: the runner cuts what a cell writes, and says so in its last line.</summary>
    static TerminalText Line() => new(int.MaxValue);

    /// <summary>Shows the line that the cell did not end, and why the cell failed.</summary>
    void FinishCell(string file, string place, ErrorOutput? error)
    {
        if (pending.GetValueOrDefault(file)?.Length > 0) WriteText(file, place, "\n");
        if (error is not null) Write(place, ConsoleColor.Red, Printable.Of(error.Message));
    }

    void WriteEnd(string place, NotebookRun run)
    {
        var started = run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var seconds = run.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        if (run.Reused) Write(place, ConsoleColor.Green, "unchanged", $" since {started} UTC: its results are taken");
        else if (run.Status == RunStatus.Passed) Write(place, ConsoleColor.Green, "passed", $" in {seconds} s");
        else if (run.Status == RunStatus.Failed) Write(place, ConsoleColor.Red, "failed", $" after {seconds} s");
        else Write(place, ConsoleColor.Yellow, "stopped", $" after {seconds} s");
    }

    /// <summary>In colour on a terminal; in one piece where a file or a pipe takes it, since cells may write thousands of lines.</summary>
    void Write(string before, ConsoleColor colour, string coloured, string after = "")
    {
        if (Console.IsOutputRedirected) output.Write(before + coloured + after + output.NewLine);
        else
        {
            output.Write(before);
            Console.ForegroundColor = colour;
            output.Write(coloured);
            Console.ResetColor();
            output.WriteLine(after);
        }
    }
}
