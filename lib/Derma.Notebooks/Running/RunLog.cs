using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running.Progress;
using Derma.Notebooks.Engine;

namespace Derma.Notebooks.Running;

/// <summary>Collects what a child process reports into the result of its notebook. The logs of one run share a gate, so that no two report
/// at once.</summary>
internal sealed class RunLog(string file, Notebook notebook, IProgress<RunEvent>? progress, Lock gate)
{
    readonly CellLog[] cells = [.. notebook.Cells.Select((cell, index) => new CellLog(index + 1, cell))];
    readonly Dictionary<string, (CellLog Cell, int Place)> displays = [];
    DateTimeOffset started = DateTimeOffset.UtcNow;
    long startedAt;
    int executed;
    CellLog? current;
    NotebookRun? result;
    bool hasFailed, stopped;
    string? problem;

    public string File => file;

    public string Name => Path.GetFileNameWithoutExtension(File);

    public IReadOnlyList<string> Needs { get; } = Running.Needs.Of(notebook);

    public bool RunsAlone { get; } = Running.Needs.IsAlone(notebook);

    /// <summary>Whether the notebook has ended, or will not run.</summary>
    public bool IsSettled => result is not null;

    public NotebookRun Run => result ?? new(File, notebook, [.. cells.Select(cell => cell.ToRun())], started, TimeSpan.Zero);

    public void Start(int number, int count)
    {
        (started, startedAt) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        lock (gate) Report(new NotebookStarted(File, number, count));
    }

    public void AwaitDebugger(int process)
    {
        lock (gate) Report(new DebuggerAwaited(File, process));
    }

    public void Settle(NotebookRun run)
    {
        lock (gate)
        {
            result = run with { Problem = run.Problem ?? problem };
            if (startedAt > 0) Report(new NotebookFinished(File, result));
        }
    }

    /// <param name="message">What happened.</param>
    /// <param name="isStopping">Whether the run was being stopped: what fails then may have failed for that.</param>
    public void Apply(WorkerEvent message, bool isStopping = false)
    {
        lock (gate)
            switch (message)
            {
                case { Begins: true }: StartCell(cells[message.Cell]); break;
                case { Ends: true }: FinishCell(message.Error, isStopping); break;
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

    /// <summary>Closes the log; a cell that was still running, or ran last, gets the blame for the end of its process.</summary>
    public NotebookRun Finish(WorkerEnd end)
    {
        lock (gate)
        {
            // A process that ended between two cells, or before the first, has failed the one it did not reach.
            if (!IsRunning && !end.Cancelled && current is not { Status: CellStatus.Failed }
                && Array.Find(cells, cell => cell.Status == CellStatus.NotRun) is { } next) StartCell(next);
            if (IsRunning) FinishCell(ErrorOf(end, ""), end.IsStop);
            else if (current?.Status == CellStatus.Passed && end.IsFault) FinishCell(ErrorOf(end, "after its end, "), isStopping: false);
            else if (end.Threads is not null) AppendText(StreamOutput.Error, $"\n{end.Threads}\n");
            return Run with { Duration = Stopwatch.GetElapsedTime(startedAt), Stopped = stopped };
        }
    }

    ErrorOutput ErrorOf(WorkerEnd end, string when)
    {
        var message = $"{Path.GetFileName(File)}({current!.Cell.Line}): {when}cell {current.Number} {end.Sentence(current.LastWords)}.";
        return new(end.IsStop ? "Stopped" : end.TimedOut is null ? "ProcessEnded" : "Timeout", message, [message], current.Cell.Line);
    }

    bool IsRunning => current?.Status == CellStatus.NotRun;

    void StartCell(CellLog cell)
    {
        current = cell;
        cell.Start(++executed);
    }

    void FinishCell(ErrorOutput? error, bool isStopping)
    {
        if (error is not null && !hasFailed) (hasFailed, stopped) = (true, isStopping);
        current!.Finish(error);
        if (current.CutNotes is { Length: > 0 } notes) Report(new TextWritten(File, current.Number, StreamOutput.Error, notes));
        Report(new CellFinished(File, current.ToRun()));
    }

    /// <summary>Whoever listens cannot end the run: it goes on without a reader, and a fault there is the notebook's problem.</summary>
    void Report(RunEvent happened)
    {
        try
        {
            progress?.Report(happened);
        }
        catch (IOException)
        {
            // The reader of a pipe has gone, or the log's disk is full.
        }
        catch (Exception fault)
        {
            problem ??= $"{Name}: its course could not be reported: {fault.GetType().Name}: {fault.Message}";
        }
    }

    void Append(CellLog cell, string name, string text)
    {
        if (cell.AppendText(name, text)) Report(new TextWritten(File, cell.Number, name, text));
    }

    void Show(CellLog cell, DisplayOutput display, long cut)
    {
        // One that nobody can update has no name.
        if (display.DisplayId is not { Length: > 0 } id) cell.Show(display, cut);
        else
        {
            var (owner, place) = displays.GetValueOrDefault(id, (cell, -1));
            displays[id] = (owner, owner.Show(display, cut, place));
        }
    }
}
