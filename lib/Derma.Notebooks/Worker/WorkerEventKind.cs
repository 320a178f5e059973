namespace Derma.Notebooks.Worker;

/// <summary>The kinds of messages from child to parent.</summary>
internal enum WorkerEventKind
{
    /// <summary>A cell begins.</summary>
    CellStarted,

    /// <summary>Console text.</summary>
    Text,

    /// <summary>A new display.</summary>
    Displayed,

    /// <summary>A display's new state.</summary>
    Updated,

    /// <summary>The value of a trailing expression.</summary>
    Result,

    /// <summary>A cell is over.</summary>
    CellFinished,
}
