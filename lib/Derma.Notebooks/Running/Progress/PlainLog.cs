using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running.Progress;

/// <summary>Writes the course of a run as lines of plain text: for logs, where nothing can be drawn twice.</summary>
public sealed class PlainLog(TextWriter writer) : IProgress<RunEvent>
{
    TerminalText pending = new();

    /// <inheritdoc/>
    public void Report(RunEvent value)
    {
        switch (value)
        {
            case NotebookStarted started: Line($"[{started.Number}/{started.Count}] {Path.GetFileName(started.File)}, {started.CellCount} cells"); break;
            case TextWritten written: Append(written.Text); break;
            case CellFinished finished: Finish(finished.Cell); break;
            case NotebookFinished finished: Line($"{finished.Run.Name}: {Words(finished.Run.Status)} in {Seconds(finished.Run.Duration)}"); break;
        }
        writer.Flush();
    }

    /// <summary>A progress line that redraws itself is written once, when the line ends.</summary>
    void Append(string text)
    {
        pending.Append(text);
        var shown = pending.ToString();
        var end = shown.LastIndexOf('\n') + 1;
        if (end == 0) return;
        foreach (var line in shown[..(end - 1)].Split('\n')) writer.WriteLine("  | " + line);
        pending = new();
        pending.Append(shown.AsSpan(end));
    }

    void Finish(CellRun cell)
    {
        if (pending.ToString().Length > 0) Append("\n");
        if (cell.Error is { } error)
            foreach (var line in error.Lines) writer.WriteLine("  ! " + line);
        else writer.WriteLine($"  cell {cell.Number} (line {cell.Cell.Line}): {Seconds(cell.Duration)}");
    }

    void Line(string text) => writer.WriteLine(text);

    static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.0} s");

    static string Words(RunStatus status) => status switch
    {
        RunStatus.Passed => "passed",
        RunStatus.Failed => "FAILED",
        _ => "not finished",
    };
}
