using System.Text.Json.Nodes;

namespace Derma.Service.Tests;

public sealed class GooglePlacesDirectoryTests : IAsyncLifetime
{
    static readonly DermatologistQuery Query = new(new GeoPoint(48.14, 11.58), 5);

    AnswerServer server = null!;

    public async Task InitializeAsync() => server = await AnswerServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    GooglePlacesDirectory Directory => new(new GooglePlacesOptions { Key = "secret", BaseAddress = server.Address });

    // The shape that the service's reference shows; names and numbers are invented.
    const string Two = """
        {
          "places": [
            { "id": "far", "displayName": { "text": "Praxis am Rand", "languageCode": "de" }, "formattedAddress": "Randweg 1, 80000 München, Germany",
              "location": { "latitude": 48.16, "longitude": 11.58 }, "businessStatus": "OPERATIONAL", "currentOpeningHours": { "openNow": false },
              "internationalPhoneNumber": "+49 30 23125 001", "websiteUri": "https://rand.example/" },
            { "id": "near", "displayName": { "text": "Hautarzt <Mitte>", "languageCode": "de" }, "formattedAddress": "Mitte 2, 80000 München, Germany",
              "location": { "latitude": 48.141, "longitude": 11.58 }, "businessStatus": "OPERATIONAL", "currentOpeningHours": { "openNow": true } }
          ],
          "nextPageToken": "AeC-token"
        }
        """;

    [Fact]
    public async Task Practices_come_with_what_is_known_the_nearest_first()
    {
        server.Then(Two);
        var page = await Directory.SearchAsync(Query);
        Assert.Equal(["near", "far"], page.Items.Select(item => item.Id));
        var (near, far) = (page.Items[0], page.Items[1]);
        Assert.Equal(("Hautarzt <Mitte>", true, null, null), (near.Name, near.OpenNow, near.Phone, near.Website));
        Assert.Equal(("Randweg 1, 80000 München, Germany", false, "+49 30 23125 001", "https://rand.example/"), (far.Address, far.OpenNow, far.Phone, far.Website));
        Assert.Equal(0.02 * 111.195080, far.Kilometres, 3); // a hundredth of a degree of latitude is 1.112 km
        Assert.All(page.Items, item => Assert.Equal("unknown", item.Certification));
        Assert.Equal(("Google Maps", false, "AeC-token"), (page.Source, page.SampleData, page.Next));
    }

    [Fact]
    public async Task The_request_names_key_fields_place_and_size()
    {
        server.Then("{}");
        await Directory.SearchAsync(Query with { PageSize = 7, OpenNow = true });
        var (path, headers, body) = Assert.Single(server.Asked);
        Assert.Equal("/v1/places:searchText", path);
        Assert.Equal("secret", headers["X-Goog-Api-Key"]);
        Assert.Contains("places.displayName", headers["X-Goog-FieldMask"]);
        Assert.Contains("nextPageToken", headers["X-Goog-FieldMask"]);
        var json = JsonNode.Parse(body)!;
        Assert.Equal("dermatologist", (string?)json["textQuery"]);
        Assert.Equal((7, true, "DISTANCE"), ((int)json["pageSize"]!, (bool)json["openNow"]!, (string?)json["rankPreference"]));
        var rectangle = json["locationRestriction"]!["rectangle"]!;
        Assert.Equal(48.14 - 5 / 111.195080, (double)rectangle["low"]!["latitude"]!, 4);
        Assert.Equal(11.58 + 5 / (111.195080 * Math.Cos(48.14 * Math.PI / 180)), (double)rectangle["high"]!["longitude"]!, 3);
        Assert.Null(json["pageToken"]);
    }

    [Fact]
    public async Task The_next_page_is_asked_for_by_its_token()
    {
        server.Then(Two).Then("""{ "places": [] }""");
        var first = await Directory.SearchAsync(Query);
        var second = await Directory.SearchAsync(Query with { Page = first.Next });
        Assert.Null(second.Next);
        Assert.Equal("AeC-token", (string?)JsonNode.Parse(server.Asked.Last().Body)!["pageToken"]);
    }

    [Fact]
    public async Task Missing_fields_are_unknown_and_what_has_no_place_is_left_out()
    {
        server.Then("""
            { "places": [ { "id": "bare", "location": { "latitude": 48.14, "longitude": 11.58 } }, { "id": "nowhere" }, { "displayName": { "text": "no id" } },
              { "id": "gone", "location": { "latitude": 48.14, "longitude": 11.58 }, "businessStatus": "CLOSED_PERMANENTLY" },
              { "id": "holiday", "location": { "latitude": 48.14, "longitude": 11.59 }, "businessStatus": "CLOSED_TEMPORARILY" },
              { "id": "script", "location": { "latitude": 48.14, "longitude": 11.6 }, "websiteUri": "javascript:alert(1)" },
              { "id": "corner", "location": { "latitude": 48.18, "longitude": 11.64 } } ] }
            """);
        var page = await Directory.SearchAsync(Query);
        Assert.Equal(["bare", "holiday", "script"], page.Items.Select(item => item.Id));
        Assert.Equal((null, "", null), (page.Items[0].OpenNow, page.Items[0].Address, page.Items[0].Phone));
        Assert.False(page.Items[1].OpenNow);
        Assert.Null(page.Items[2].Website);
    }

    [Theory]
    [InlineData(403, """{ "error": { "code": 403, "message": "Requests to this API are blocked.", "status": "PERMISSION_DENIED" } }""")]
    [InlineData(400, """{ "error": { "code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT" } }""")]
    public async Task A_bad_key_is_answered_by_the_name_of_its_setting(int status, string body)
    {
        server.Then(body, status);
        Assert.Contains("DERMA_GOOGLE_PLACES_KEY", (await Assert.ThrowsAsync<DirectoryError>(() => Directory.SearchAsync(Query))).Message);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(0, 179.99, 179.54, -179.56)] // across the date line
    [InlineData(0, -179.99, 179.56, -179.54)]
    public void A_rectangle_may_cross_the_date_line(double latitude, double longitude, double west, double east)
    {
        var rectangle = GeoRectangle.Around(new GeoPoint(latitude, longitude), 50);
        Assert.Equal(west, rectangle.Low.Longitude, 2);
        Assert.Equal(east, rectangle.High.Longitude, 2);
    }

    [Fact]
    public void Around_a_pole_it_holds_all_longitudes() =>
        Assert.Equal((-180, 180, 90), (GeoRectangle.Around(new(89.9, 10), 50).Low.Longitude, GeoRectangle.Around(new(89.9, 10), 50).High.Longitude, GeoRectangle.Around(new(89.9, 10), 50).High.Latitude));
}
