namespace Derma.Notebooks.Outputs;

/// <summary>A value that a cell displayed, in its last state.</summary>
/// <param name="DisplayId">Identifies the display for updates.</param>
/// <param name="Data">The value's text by mime type.</param>
public sealed record DisplayOutput(string DisplayId, IReadOnlyDictionary<string, string> Data) : Output;
