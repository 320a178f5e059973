using System.Globalization;

namespace Derma.Service;

/// <summary><c>GET /api/dermatologists</c> and <c>GET /api/places</c>: who is near, and where a typed town lies.</summary>
sealed class FinderEndpoint(ServiceParts parts)
{
    const int MaxPlaceLength = 100, MaxPageTokenLength = 2_000;

    public async Task<DermatologistsBody> NearAsync(
        string? lat, string? lon, string? radius, string? openNow, string? pageSize, string? page, CancellationToken gone)
    {
        var near = new GeoPoint(Number("lat", lat, -90, 90), Number("lon", lon, -180, 180));
        var query = new DermatologistQuery(near, radius is null ? 25 : Number("radius", radius, double.Epsilon, 50))
        {
            OpenNow = openNow is not null && (bool.TryParse(openNow, out var open) ? open : throw Bad("openNow", "true or false")),
            PageSize = pageSize is null ? 20 : (int)Number("pageSize", pageSize, 1, 20),
            Page = page is null or { Length: <= MaxPageTokenLength } ? page : throw Bad("page", "the 'next' of an earlier answer"),
        };
        return DermatologistsBody.Of(await parts.Directory.SearchAsync(query, gone));
    }

    public PlacesBody Places(string? q) => q?.Trim() is { Length: > 0 and <= MaxPlaceLength } text
        ? PlacesBody.Of(parts.Places(text))
        : throw Bad("q", $"1 to {MaxPlaceLength} letters of a town's name");

    static double Number(string name, string? text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, least == double.Epsilon
                ? FormattableString.Invariant($"more than 0 and at most {most}")
                : FormattableString.Invariant($"a number from {least} to {most}"));

    // The value is not repeated: it may be a person's position.
    static ServiceProblem Bad(string name, string expected) => new(400, "bad-parameter", $"The parameter '{name}' must be {expected}.");
}
