namespace Derma.Notebooks.Running;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It is text: nothing to run.</summary>
    Text,
    /// <summary>It ran to its end.</summary>
    Passed,
    /// <summary>It failed; its last output is an error.</summary>
    Failed,
    /// <summary>It was not reached.</summary>
    NotRun,
}

/// <summary>How a notebook ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran to its end.</summary>
    Passed,
    /// <summary>A cell failed, or the results could not be written.</summary>
    Failed,
    /// <summary>It was stopped before its end or not begun: by the person at the keyboard, the run's clock, or another's failure.</summary>
    NotFinished,
}
