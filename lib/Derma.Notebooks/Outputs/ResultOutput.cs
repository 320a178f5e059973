namespace Derma.Notebooks.Outputs;

/// <summary>The value of a cell's trailing expression.</summary>
/// <param name="Data">The value's text by mime type.</param>
public sealed record ResultOutput(IReadOnlyDictionary<string, string> Data) : Output;
