namespace Derma.Imaging;

/// <summary>One file to draw.</summary>
/// <param name="Label">The class.</param>
/// <param name="Number">Which drawing of the class.</param>
/// <param name="Path">The file.</param>
internal readonly record struct Drawing(int Label, long Number, string Path);
