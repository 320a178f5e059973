namespace Derma.Dermatologists;

/// <summary>Dermatologist directories by name.</summary>
public static class Directories
{
    /// <summary>The environment variable with the key of Google's Places API.</summary>
    public const string GoogleKeyVariable = "DERMA_GOOGLE_PLACES_KEY";

    /// <summary>Every name that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sample", "google", "osm"];

    /// <summary>A directory by name.</summary>
    public static IDermatologistDirectory Create(string name) => name == "sample"
        ? new SampleDirectory()
        : throw new UserError($"There is no dermatologist directory '{name}'; choose one of {string.Join(", ", Names)}.");
}
