namespace Derma.Notebooks.Running.Progress;

/// <summary>Something that happened in a run, reported in order and on one thread at a time.</summary>
/// <param name="File">The notebook it happened in.</param>
public abstract record RunEvent(string File);
