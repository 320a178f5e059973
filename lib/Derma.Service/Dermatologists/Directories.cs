using System.Net.Http.Headers;
using System.Reflection;

namespace Derma.Service;

/// <summary>Dermatologist directories by name.</summary>
public static class Directories
{
    /// <summary>The environment variable with the key of Google's Places API.</summary>
    public const string GoogleKeyVariable = "DERMA_GOOGLE_PLACES_KEY";

    /// <summary>Every name that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sample", "google", "osm"];

    /// <summary>A directory: <c>sample</c> is invented and needs no network; <c>google</c> and <c>osm</c> send the asked place to Google or to an Overpass server.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="http">Sends the requests, and stays the caller's; a new one where null.</param>
    /// <param name="environment">Reads settings; the process's environment variables where null.</param>
    /// <exception cref="UserError">There is no such directory, or its key is missing.</exception>
    public static IDermatologistDirectory Create(string name, HttpClient? http = null, Func<string, string?>? environment = null) => name switch
    {
        "sample" => new SampleDirectory(),
        "google" => new GooglePlacesDirectory(http ?? Client(), new GooglePlacesOptions { Key = GoogleKey(environment ?? Environment.GetEnvironmentVariable) }),
        "osm" => new OverpassDirectory(http ?? Client(), new OverpassOptions()),
        _ => throw new UserError($"There is no dermatologist directory '{name}'; choose one of {string.Join(", ", Names)}."),
    };

    static string GoogleKey(Func<string, string?> environment) => environment(GoogleKeyVariable) is { } key && !string.IsNullOrWhiteSpace(key)
        ? key.Trim()
        : throw new UserError($"The directory 'google' needs a key of Google's Places API (New); put it into the environment variable {GoogleKeyVariable}.");

    // Public servers ask programs to say who they are.
    static HttpClient Client()
    {
        var version = typeof(Directories).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        return new HttpClient { DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("DermaWorkbook", version) } } };
    }
}
