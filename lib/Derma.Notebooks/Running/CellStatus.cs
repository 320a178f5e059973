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
