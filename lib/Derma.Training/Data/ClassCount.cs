namespace Derma.Training;

/// <summary>Photos of one class in one part of a set, as the catalogue lists them and as they were found.</summary>
/// <param name="Class">The class's folder.</param>
/// <param name="Part">"train", "test" or "all".</param>
/// <param name="Expected">The catalogue's count; null where it gives none or does not know the class.</param>
/// <param name="Found">Photos on disk.</param>
public sealed record ClassCount(string Class, string Part, int? Expected, int Found)
{
    /// <summary>Whether the catalogue says otherwise.</summary>
    public bool Differs => Expected is { } count && count != Found;
}
