using System.Net;
using System.Net.Http.Json;

namespace Derma.Service;

/// <summary>Dermatologists from Google Maps, by Text Search of the Places API (New).</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="options">Key, address, time-out.</param>
/// <remarks>
/// Google takes a rectangle, so entries in its corners are left out here and a page may hold fewer than asked. Google pages by a token of its
/// own, up to 60 entries, and reports no certification.
/// </remarks>
public sealed class GooglePlacesDirectory(HttpClient http, GooglePlacesOptions options) : IDermatologistDirectory
{
    const string Name = "Google Places";
    const string Fields =
        "places.id,places.displayName,places.formattedAddress,places.location,places.businessStatus,places.currentOpeningHours.openNow,"
        + "places.internationalPhoneNumber,places.websiteUri,nextPageToken";
    const string Source = "Google Maps";

    readonly DirectoryClient client = new(http, Name, options, Refused);

    /// <inheritdoc/>
    public async Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        var answer = await client.SendAsync<GooglePlacesAnswer>(() => Request(query), cancellation).ConfigureAwait(false);
        var items = (answer.Places ?? []).Select(place => place.Entry(query.Near)).OfType<Dermatologist>()
            .Where(entry => entry.Kilometres <= query.RadiusKilometres && (!query.OpenNow || entry.OpenNow == true)).OrderBy(entry => entry.Kilometres);
        return new([.. items], string.IsNullOrEmpty(answer.NextPageToken) ? null : answer.NextPageToken, Source, SampleData: false);
    }

    HttpRequestMessage Request(DermatologistQuery query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseAddress, "v1/places:searchText")) { Content = JsonContent.Create(Body(query)) };
        request.Headers.Add("X-Goog-Api-Key", options.Key);
        request.Headers.Add("X-Goog-FieldMask", Fields);
        return request;
    }

    Dictionary<string, object> Body(DermatologistQuery query)
    {
        var body = new Dictionary<string, object>
        {
            ["textQuery"] = options.SearchText, ["includedType"] = "doctor", ["rankPreference"] = "DISTANCE", ["pageSize"] = query.PageSize, ["openNow"] = query.OpenNow,
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
        HttpStatusCode.BadRequest when body.Contains("page", StringComparison.OrdinalIgnoreCase) => "the page; begin with the first one again",
        HttpStatusCode.TooManyRequests => "more requests for now: the key's quota is used up",
        _ => null,
    };

    const string Key = $"the key; check {Directories.GoogleKeyVariable}, and that the Places API (New) is switched on for it";
}
