namespace Derma.Notebooks.Running;

/// <summary>How a notebook ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran to its end.</summary>
    Passed,

    /// <summary>A cell failed.</summary>
    Failed,

    /// <summary>It was stopped before its end, by the person at the keyboard or because an earlier notebook failed.</summary>
    NotFinished,
}
