using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running.Progress;
using Derma.Notebooks.Worker;

namespace Derma.Notebooks.Running;

/// <summary>Collects what a child process reports into the result of its notebook.</summary>
internal sealed class RunLog
{
    readonly Lock gate;
    readonly Notebook notebook;
    readonly IProgress<RunEvent>? progress;
    readonly CellLog[] cells;
    readonly Dictionary<string, (CellLog Cell, int Place)> displays = [];
    DateTimeOffset started = DateTimeOffset.UtcNow;
    TimeSpan duration;
    long startedAt;
    int executed;
    CellLog? current;
    bool isRunning;
    NotebookRun? result;

    /// <summary>A log of nothing yet; the logs of one run share a gate, so that no two report at once.</summary>
    public RunLog(string file, Notebook notebook, IProgress<RunEvent>? progress, Lock gate)
    {
        (File, this.notebook, this.progress, this.gate) = (file, notebook, progress, gate);
        Needs = Running.Needs.Of(notebook);
        cells = [.. notebook.Cells.Select((cell, index) => new CellLog(index + 1, cell))];
    }

    public string File { get; }

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Names of the notebooks that must run first.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>Whether the notebook has ended, or will not run.</summary>
    public bool IsSettled => result is not null;

    public IReadOnlyList<Cell> Cells => notebook.Cells;

    /// <summary>The notebook and what came of it so far.</summary>
    public NotebookRun Run => result ?? new(File, notebook, [.. cells.Select(cell => cell.ToRun())], started, duration);

    public void Start(int number, int count)
    {
        (started, startedAt) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        Report(new NotebookStarted(File, number, count));
    }

    /// <summary>Takes results as the last word about the notebook.</summary>
    public void Settle(NotebookRun run)
    {
        result = run;
        if (startedAt > 0) Report(new NotebookFinished(File, run));
    }

    void Report(RunEvent happened)
    {
        lock (gate) progress?.Report(happened);
    }

    public void Apply(WorkerEvent message)
    {
        lock (gate)
            switch (message)
            {
                case { Begins: true }: StartCell(cells[message.Cell]); break;
                case { Ends: true }: FinishCell(message.Error); break;
                case { Text: { } text }: Append(cells[message.Cell], text.Name, text.Text); break;
                case { Display: { } display }: Show(cells[message.Cell], display, message.Cut); break;
                case { Result: { } result }: cells[message.Cell].Show(result, message.Cut); break;
            }
    }

    /// <summary>Takes text that belongs to whichever cell runs, or ran last.</summary>
    public void AppendText(string name, string text)
    {
        lock (gate)
            if ((current ?? cells.FirstOrDefault(cell => !cell.Cell.IsMarkdown)) is { } cell)
                Append(cell, name, text);
    }

    /// <summary>Closes the log; a cell that was still running gets the blame for the end of its process.</summary>
    public NotebookRun Finish(WorkerEnd end)
    {
        lock (gate)
        {
            duration = Stopwatch.GetElapsedTime(startedAt);
            // A process that ended between two cells, or before the first, has failed the one it did not reach.
            if (!isRunning && !end.Cancelled && current is not { Status: CellStatus.Failed } && Array.Find(cells, cell => cell.Status == CellStatus.NotRun) is { } next) StartCell(next);
            if (isRunning) FinishCell(Blame(current!, end));
            return Run;
        }
    }

    ErrorOutput Blame(CellLog cell, WorkerEnd end)
    {
        var message = $"{Path.GetFileName(File)}({cell.Cell.Line}): cell {cell.Number} {end.Sentence}.";
        return new(end.TimedOut is null ? "ProcessEnded" : "Timeout", message, [message], cell.Cell.Line);
    }

    void StartCell(CellLog cell)
    {
        (current, isRunning) = (cell, true);
        cell.Start(++executed);
    }

    void FinishCell(ErrorOutput? error)
    {
        isRunning = false;
        current!.Finish(error);
        if (current.CutNotes is { Length: > 0 } notes) progress?.Report(new TextWritten(File, current.Number, StreamOutput.Error, notes));
        progress?.Report(new CellFinished(File, current.ToRun()));
    }

    void Append(CellLog cell, string name, string text)
    {
        if (cell.AppendText(name, text)) progress?.Report(new TextWritten(File, cell.Number, name, text));
    }

    void Show(CellLog cell, DisplayOutput display, long cut)
    {
        var (owner, place) = displays.GetValueOrDefault(display.DisplayId, (cell, -1));
        displays[display.DisplayId] = (owner, owner.Show(display, cut, place));
    }
}
