using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>What a cell has shown so far, up to the limits of <see cref="Cut"/>.</summary>
internal sealed class CellLog(int number, Cell cell)
{
    readonly List<object> shown = [];
    CellRun run = new(number, cell, cell.IsMarkdown ? CellStatus.Text : CellStatus.NotRun, [], TimeSpan.Zero, null);
    (string Name, TerminalText Text) stream = ("", new());
    int textRoom = Cut.MaximumText;
    long shownRoom = Cut.MaximumShown, cutShown, startedAt;

    public int Number => number;

    public Cell Cell => cell;

    public CellStatus Status => run.Status;

    /// <summary>What was cut, in words; empty where nothing was.</summary>
    public string CutNotes => stream.Text.CutNote + ShownNote;

    /// <summary>What the runtime said of the exception that ended the process; null where it did not say so.</summary>
    public string? LastWords => ToRun().Outputs.OfType<StreamOutput>().Where(stream => stream.Name == StreamOutput.Error)
        .SelectMany(stream => stream.Text.Split('\n'))
        .LastOrDefault(line => line.StartsWith("Unhandled exception. ", StringComparison.Ordinal))?["Unhandled exception. ".Length..];

    string ShownNote => cutShown == 0 ? "" : Cut.Note(cutShown, "characters of displays");

    public void Start(int executionCount) => (run, startedAt) = (run with { ExecutionCount = executionCount }, Stopwatch.GetTimestamp());

    public void Finish(ErrorOutput? error)
    {
        // What a cell leaves running may fail it after its end; its time is over by then.
        if (Status == CellStatus.NotRun) run = run with { Duration = Stopwatch.GetElapsedTime(startedAt) };
        run = run with { Status = error is null ? CellStatus.Passed : CellStatus.Failed };
        // The error of a dead process comes before its last words: those still belong to the text above it.
        if (error is not null) shown.Add(error);
    }

    /// <summary>Adds console text; false where there was no room left. Text beyond the room is counted, whatever stream it is of.</summary>
    public bool AppendText(string name, string text)
    {
        var isFull = stream.Text.CutNote.Length > 0;
        if (stream.Name != name && stream.Text.Length < textRoom)
        {
            textRoom -= stream.Text.Length;
            shown.Add(stream = (name, new(textRoom)));
        }
        stream.Text.Append(text);
        return !isFull;
    }

    /// <summary>Adds a display, or puts it in the place of its earlier state, and returns its place; what finds no room is counted with
    /// what was cut of it before.</summary>
    public int Show(ShownOutput output, long cut, int place = -1)
    {
        // A display takes about 200 characters' worth of memory besides its own.
        var more = LengthOf(output) + (place < 0 ? 200 : -LengthOf((ShownOutput)shown[place]));
        var fits = output.Data.Count > 0 && more <= shownRoom;
        cutShown += fits ? cut : cut + LengthOf(output);
        if (!fits) return place;
        shownRoom -= more;
        // Text that follows a new display has a place of its own below it.
        if (place < 0) (place, stream.Name) = (shown.Count, "");
        if (place == shown.Count) shown.Add(output);
        else shown[place] = output;
        return place;
    }

    public CellRun ToRun()
    {
        Output[] note = cutShown == 0 ? [] : [new StreamOutput(StreamOutput.Error, ShownNote)];
        return run with { Outputs = [.. shown.Select(ToOutput), .. note] };
    }

    static Output ToOutput(object entry) => entry is (string name, TerminalText text) ? new StreamOutput(name, text.ToString())
        : (Output)entry;

    static long LengthOf(ShownOutput output) => output.Data.Values.Sum(text => (long)text.Length);
}
