using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>What a cell has shown so far.</summary>
internal sealed class CellLog(int number, Cell cell)
{
    readonly List<object> shown = [];
    (string Name, TerminalText Text)? stream;
    long startedAt;

    public int Number => number;

    public Cell Cell => cell;

    public CellStatus Status { get; private set; } = cell.IsMarkdown ? CellStatus.Text : CellStatus.NotRun;

    public TimeSpan Duration { get; private set; }

    public int? ExecutionCount { get; private set; }

    public void Start(int executionCount) => (ExecutionCount, startedAt) = (executionCount, Stopwatch.GetTimestamp());

    public void Finish(ErrorOutput? error)
    {
        Duration = Stopwatch.GetElapsedTime(startedAt);
        Status = error is null ? CellStatus.Passed : CellStatus.Failed;
        if (error is not null) Add(error);
    }

    public void AppendText(string name, string text)
    {
        if (stream?.Name != name)
        {
            stream = (name, new());
            shown.Add(stream);
        }
        stream!.Value.Text.Append(text);
    }

    /// <summary>Adds an output and returns its place, for updates.</summary>
    public int Add(Output output)
    {
        // The error of a dead process comes before its last words: those still belong to the text above it.
        if (output is not ErrorOutput) stream = null;
        shown.Add(output);
        return shown.Count - 1;
    }

    public void Replace(int place, Output output) => shown[place] = output;

    public CellRun ToRun() => new(number, cell, Status, [.. shown.Select(ToOutput)], Duration, ExecutionCount);

    static Output ToOutput(object entry) => entry is (string name, TerminalText text) ? new StreamOutput(name, text.ToString()) : (Output)entry;
}
