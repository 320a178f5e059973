namespace Derma.Training;

/// <summary>One photo on disk.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Label">Index into <see cref="PhotoSet.Classes"/>.</param>
/// <param name="Group">What may not be divided between subsets: the lesion, or the path where that is unknown.</param>
/// <param name="Subset">The part the photo belongs to.</param>
public sealed record Photo(string Path, int Label, string Group, Subset Subset);
