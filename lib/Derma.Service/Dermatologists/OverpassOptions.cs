namespace Derma.Service;

/// <summary>How an Overpass server is asked.</summary>
public sealed record OverpassOptions : DirectoryOptions
{
    /// <summary>The server; the public one is for light use, anybody can run another.</summary>
    public Uri BaseAddress { get; init; } = new("https://overpass-api.de/");

    /// <summary>Entries that the server may send at most.</summary>
    public int MaxEntries { get; init; } = 300;
}
