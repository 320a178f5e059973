namespace Derma.Training;

/// <summary>A photo that could not be used.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Reason">Why, in words for people: "is cut short", "is empty", …</param>
public sealed record SkippedPhoto(string Path, string Reason);
