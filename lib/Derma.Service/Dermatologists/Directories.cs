namespace Derma.Service;

/// <summary>Dermatologist directories by name.</summary>
public static class Directories
{
    /// <summary>The environment variable from which programs take the key of Google's Places API; this library reads none.</summary>
    public const string GoogleKeyVariable = "DERMA_GOOGLE_PLACES_KEY";

    /// <summary>Every name that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sample", "google", "osm"];

    /// <summary>
    /// A directory: <c>sample</c> is invented and needs no network; <c>google</c> and <c>osm</c> send the asked place to Google or to an
    /// Overpass server.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="googleKey">A key of Google's Places API (New), for <c>google</c>.</param>
    /// <exception cref="UserError">There is no such directory, or its key is missing.</exception>
    public static IDermatologistDirectory Create(string name, string? googleKey = null) => name switch
    {
        "sample" => new SampleDirectory(),
        "google" => new GooglePlacesDirectory(new GooglePlacesOptions { Key = Checked(googleKey) }),
        "osm" => new OverpassDirectory(new OverpassOptions()),
        _ => throw new UserError($"There is no dermatologist directory '{name}'; choose one of {string.Join(", ", Names)}."),
    };

    static string Checked(string? key) => !string.IsNullOrWhiteSpace(key)
        ? key.Trim()
        : throw new UserError(
            $"The directory 'google' needs a key of Google's Places API (New); put it into the environment variable {GoogleKeyVariable}.");
}
