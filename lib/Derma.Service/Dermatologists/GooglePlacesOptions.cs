namespace Derma.Service;

/// <summary>How Google is asked.</summary>
public sealed record GooglePlacesOptions : DirectoryOptions
{
    /// <summary>A key with the Places API (New) switched on. It goes to Google in a header and appears in no message.</summary>
    public required string Key { get; init; }

    /// <summary>The service.</summary>
    public Uri BaseAddress { get; init; } = new("https://places.googleapis.com/");

    /// <summary>What is searched for, as one would type it.</summary>
    public string SearchText { get; init; } = "dermatologist";
}
