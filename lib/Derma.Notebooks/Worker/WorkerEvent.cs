using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>What the child tells its parent: one line of JSON each.</summary>
internal sealed record WorkerEvent(WorkerEventKind Kind)
{
    /// <summary>Index of the cell it is about.</summary>
    public int Cell { get; init; }

    /// <summary>The console text of <see cref="WorkerEventKind.Text"/>.</summary>
    public StreamOutput? Text { get; init; }

    /// <summary>The display, for the first time or anew.</summary>
    public DisplayOutput? Display { get; init; }

    /// <summary>The value of a trailing expression.</summary>
    public ResultOutput? Result { get; init; }

    /// <summary>Why the cell failed; null where it did not.</summary>
    public ErrorOutput? Error { get; init; }
}
