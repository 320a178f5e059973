using System.Globalization;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;
using Spectre.Console;

namespace Derma.Cli;

/// <summary>The course of a run for whoever watches: one short line a notebook and training, and what went wrong.</summary>
sealed class RunProgress(IAnsiConsole console) : IProgress<RunEvent>
{
    TerminalText pending = new();

    public static RunProgress For(TextWriter output) =>
        new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));

    public void Report(RunEvent value)
    {
        switch (value)
        {
            case NotebookStarted started: Write($"[bold]{started.Number,2}/{started.Count} {Markup.Escape(Path.GetFileNameWithoutExtension(started.File))}[/]"); break;
            case TextWritten written: WriteText(written.Text); break;
            case CellFinished { Cell.Error: { } error }: Write($"      [red]{Markup.Escape(error.Message)}[/]"); break;
            case NotebookFinished finished: Write($"      {Words(finished.Run)}"); break;
        }
    }

    /// <summary>Text comes in parts of lines; a line that redraws itself is shown once, when it ends.</summary>
    void WriteText(string text)
    {
        pending.Append(text);
        var shown = pending.ToString();
        var end = shown.LastIndexOf('\n') + 1;
        if (end == 0) return;
        foreach (var line in shown[..(end - 1)].Split('\n')) Write($"      [grey]{Markup.Escape(line)}[/]");
        pending = new();
        pending.Append(shown.AsSpan(end));
    }

    void Write(string markup)
    {
        // A log has no width: nothing may be wrapped there.
        console.Profile.Width = Math.Max(console.Profile.Width, 400);
        console.MarkupLine(markup);
    }

    static string Words(NotebookRun run)
    {
        var seconds = run.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return run.Status == RunStatus.Passed ? $"[green]passed[/] in {seconds} s" : $"[red]failed[/] after {seconds} s";
    }
}
