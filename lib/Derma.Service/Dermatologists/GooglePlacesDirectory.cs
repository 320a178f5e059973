using System.Net;
using System.Net.Http.Json;

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

/// <summary>Dermatologists from Google Maps, by Text Search of the Places API (New).</summary>
/// <param name="options">Key, address, time-out.</param>
/// <remarks>
/// Google takes a rectangle, so entries in its corners are left out here and a page may hold fewer than asked. Google pages by a token of
/// its own, up to 60 entries, and reports no certification.
/// </remarks>
public sealed class GooglePlacesDirectory(GooglePlacesOptions options) : IDermatologistDirectory
{
    const string Name = "Google Places";
    const string Fields =
        "places.id,places.displayName,places.formattedAddress,places.location,places.businessStatus,places.currentOpeningHours.openNow,"
        + "places.internationalPhoneNumber,places.websiteUri,nextPageToken";
    const string Source = "Google Maps";

    readonly DirectoryClient client = new(Name, options, Refused);

    /// <inheritdoc/>
    public async Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        using var request = Request(query);
        var answer = await client.SendAsync<GooglePlacesAnswer>(request, cancellation).ConfigureAwait(false);
        var items = (answer.Places ?? []).Select(place => place.Entry(query.Near)).OfType<Dermatologist>()
            .Where(entry => entry.Kilometres <= query.RadiusKilometres && (!query.OpenNow || entry.OpenNow == true))
            .OrderBy(entry => entry.Kilometres);
        return new([.. items], string.IsNullOrEmpty(answer.NextPageToken) ? null : answer.NextPageToken, Source, SampleData: false);
    }

    HttpRequestMessage Request(DermatologistQuery query)
    {
        var address = new Uri(options.BaseAddress, "v1/places:searchText");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(Body(query)) };
        request.Headers.Add("X-Goog-Api-Key", options.Key);
        request.Headers.Add("X-Goog-FieldMask", Fields);
        return request;
    }

    Dictionary<string, object> Body(DermatologistQuery query)
    {
        var body = new Dictionary<string, object>
        {
            ["textQuery"] = options.SearchText, ["includedType"] = "doctor", ["rankPreference"] = "DISTANCE",
            ["pageSize"] = query.PageSize, ["openNow"] = query.OpenNow,
            ["locationRestriction"] = new { rectangle = GeoRectangle.Around(query.Near, query.RadiusKilometres) },
        };
        if (query.Page is not null) body["pageToken"] = query.Page;
        return body;
    }

    // A key that is unknown is answered 400, one that may not use this service 403.
    static string? Refused(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Key,
        HttpStatusCode.BadRequest when body.Contains("API key", StringComparison.OrdinalIgnoreCase) => Key,
        HttpStatusCode.BadRequest when body.Contains("page", StringComparison.OrdinalIgnoreCase)
            => "the page; begin with the first one again",
        HttpStatusCode.TooManyRequests => "more requests for now: the key's quota is used up",
        _ => null,
    };

    const string Key = $"the key; check {Directories.GoogleKeyVariable}, and that the Places API (New) is switched on for it";
}

/// <summary>The fields of a Text Search answer that are asked for; each may be missing.</summary>
sealed record GooglePlacesAnswer(IReadOnlyList<GooglePlacesAnswer.Place>? Places, string? NextPageToken)
{
    internal sealed record Place(
        string? Id, Text? DisplayName, string? FormattedAddress, Point? Location, string? BusinessStatus, Hours? CurrentOpeningHours,
        string? InternationalPhoneNumber, string? WebsiteUri)
    {
        /// <summary>Null for what cannot be shown on a map or is closed for good.</summary>
        public Dermatologist? Entry(GeoPoint near)
        {
            if (Id is null || BusinessStatus == "CLOSED_PERMANENTLY") return null;
            if (Location is not { Latitude: { } latitude, Longitude: { } longitude }) return null;
            var position = new GeoPoint(latitude, longitude);
            var open = BusinessStatus == "CLOSED_TEMPORARILY" ? false : CurrentOpeningHours?.OpenNow;
            return new(Id, DisplayName?.Value ?? "Dermatologist", FormattedAddress ?? "", position, near.KilometresTo(position),
                Dermatologist.Unknown, open, InternationalPhoneNumber, WebLink.OrNull(WebsiteUri));
        }
    }

    internal sealed record Text([property: System.Text.Json.Serialization.JsonPropertyName("text")] string? Value);

    internal sealed record Point(double? Latitude, double? Longitude);

    internal sealed record Hours(bool? OpenNow);
}
