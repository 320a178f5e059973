using System.Web;

namespace Derma.Service.Tests;

public sealed class OverpassDirectoryTests : IAsyncLifetime
{
    static readonly DermatologistQuery Query = new(new GeoPoint(45.76, 4.84), 5);

    // A Tuesday, 10:30 in Lyon's summer.
    static readonly Clock Now = new(new DateTimeOffset(2024, 7, 2, 8, 30, 0, TimeSpan.Zero));

    AnswerServer server = null!;

    public async Task InitializeAsync() => server = await AnswerServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    OverpassDirectory Directory => new(new OverpassOptions { BaseAddress = server.Address }, Now);

    // The shape that the server's manual shows; names and numbers are invented.
    const string Three = """
        {
          "version": 0.6, "generator": "Overpass API", "osm3s": { "timestamp_osm_base": "2024-07-02T08:00:00Z", "copyright": "The data included in this document is from www.openstreetmap.org." },
          "elements": [
            { "type": "way", "id": 22, "center": { "lat": 45.77, "lon": 4.84 }, "nodes": [1, 2, 3, 1],
              "tags": { "healthcare": "clinic", "healthcare:speciality": "dermatology;allergology", "name": "Clinique de la Peau", "opening_hours": "Mo-Fr 14:00-18:00",
                        "contact:phone": "+33 1 99 00 00 01", "contact:website": "http://peau.example/" } },
            { "type": "node", "id": 11, "lat": 45.761, "lon": 4.84,
              "tags": { "amenity": "doctors", "healthcare": "doctor", "healthcare:speciality": "dermatology", "name": "Dr Exemple", "opening_hours": "Mo-Fr 08:00-12:00; PH off",
                        "addr:street": "Rue Exemple", "addr:housenumber": "3", "addr:postcode": "69000", "addr:city": "Lyon", "phone": "+33 1 99 00 00 02", "website": "javascript:alert(1)" } },
            { "type": "node", "id": 33, "lat": 45.762, "lon": 4.84, "tags": { "healthcare": "doctor", "healthcare:speciality": "dermatology", "opening_hours": "on appointment" } },
            { "type": "relation", "id": 44, "tags": { "name": "no position" } },
            { "type": "node", "id": 55, "lat": 46.2, "lon": 4.84 }
          ]
        }
        """;

    [Fact]
    public async Task Practices_come_with_what_is_known_the_nearest_first()
    {
        server.Then(Three);
        var page = await Directory.SearchAsync(Query);
        Assert.Equal(["node/11", "node/33", "way/22"], page.Items.Select(item => item.Id));
        Assert.Equal([true, null, false], page.Items.Select(item => item.OpenNow));
        Assert.Equal(("Dr Exemple", "Rue Exemple 3, 69000 Lyon", "+33 1 99 00 00 02", null), (page.Items[0].Name, page.Items[0].Address, page.Items[0].Phone, page.Items[0].Website));
        Assert.Equal(("Dermatologist without a name", ""), (page.Items[1].Name, page.Items[1].Address));
        Assert.Equal(("+33 1 99 00 00 01", "http://peau.example/"), (page.Items[2].Phone, page.Items[2].Website));
        Assert.Equal(0.01 * 111.195080, page.Items[2].Kilometres, 3);
        Assert.Equal(("© OpenStreetMap contributors", false), (page.Source, page.SampleData));
    }

    [Fact]
    public async Task The_question_names_place_radius_and_speciality()
    {
        server.Then("""{ "elements": [] }""");
        await Directory.SearchAsync(Query with { Near = new GeoPoint(-0.0000001, 4.8412345678), RadiusKilometres = 2.5 });
        var (path, _, body) = Assert.Single(server.Asked);
        Assert.Equal("/api/interpreter", path);
        var question = HttpUtility.ParseQueryString(body)["data"]!;
        Assert.StartsWith("[out:json][timeout:10];", question);
        Assert.Matches(@"\(around:2500,-?0,4\.841235\)", question);
        Assert.Contains("[\"healthcare:speciality\"~", question);
        Assert.Contains("out center tags 300;", question);
    }

    [Fact]
    public async Task Pages_are_cut_from_the_whole_answer()
    {
        server.Then(Three).Then(Three);
        var first = await Directory.SearchAsync(Query with { PageSize = 2 });
        var second = await Directory.SearchAsync(Query with { PageSize = 2, Page = first.Next });
        Assert.Equal(["node/11", "node/33", "way/22"], first.Items.Concat(second.Items).Select(item => item.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Open_now_leaves_out_what_is_closed_or_unknown()
    {
        server.Then(Three);
        Assert.Equal("node/11", Assert.Single((await Directory.SearchAsync(Query with { OpenNow = true })).Items).Id);
    }

    [Fact]
    public async Task An_error_that_comes_as_success_is_seen()
    {
        server.Then("""{ "elements": [], "remark": "runtime error: Query timed out in \"query\" at line 2 after 11 seconds." }""");
        Assert.Contains("timed out", (await Assert.ThrowsAsync<DirectoryError>(() => Directory.SearchAsync(Query))).Message);
    }

    [Fact]
    public void Where_towns_nearby_have_other_clocks_open_now_is_unknown_when_that_matters()
    {
        // On the border of Spain and Portugal, an hour apart: at 08:30 UTC it is 10:30 in Seville and 09:30 in Faro.
        var (border, hours) = (new GeoPoint(37.2, -7.4), new LocalHours(Now));
        Assert.Null(hours.IsOpen("Mo-Fr 10:00-12:00", border));
        Assert.True(hours.IsOpen("Mo-Fr 08:00-12:00", border));
    }
}
