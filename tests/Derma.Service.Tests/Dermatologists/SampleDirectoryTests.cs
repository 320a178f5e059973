namespace Derma.Service.Tests;

public class SampleDirectoryTests
{
    static readonly GeoPoint Lyon = new(45.76, 4.84);

    // A Tuesday, 10:30 in Lyon's summer.
    static readonly SampleDirectory Directory = new(new Clock(new DateTimeOffset(2024, 7, 2, 8, 30, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Practices_are_invented_and_say_so()
    {
        var page = await Directory.SearchAsync(new(Lyon, 20));
        Assert.True(page.SampleData);
        Assert.Contains("invented", page.Source);
        Assert.NotEmpty(page.Items);
        Assert.All(page.Items, item => Assert.StartsWith("Sample Skin Clinic Lyon ", item.Name));
    }

    [Fact]
    public void There_are_a_few_hundred_in_many_countries_some_of_them_certified()
    {
        var all = SampleClinics.All;
        Assert.InRange(all.Count, 300, 1200);
        Assert.True(all.Select(clinic => clinic.Address.Split(", ")[^1]).Distinct().Count() >= 8);
        Assert.Distinct(all.Select(clinic => clinic.Id));
        Assert.Equal(["certified (sample)", "unknown"], all.Select(clinic => clinic.Certification).Distinct().Order());
        Assert.All(all, clinic => Assert.True(clinic.Website is null || new Uri(clinic.Website).Host.EndsWith(".example")));
    }

    [Fact]
    public async Task The_nearest_come_first_and_none_is_beyond_the_radius()
    {
        var page = await Directory.SearchAsync(new(new(51.0, 4.4), 50)); // between Antwerp and Brussels
        var kilometres = page.Items.Select(item => item.Kilometres).ToArray();
        Assert.Equal(kilometres.Order(), kilometres);
        Assert.All(kilometres, distance => Assert.InRange(distance, 0, 50));
        Assert.Equal(2, page.Items.Select(item => item.Address.Split(", ")[^2]).Where(town => town is "Antwerp" or "Brussels").Distinct().Count());
    }

    [Fact]
    public async Task A_smaller_radius_finds_those_within_it()
    {
        var wide = await Directory.SearchAsync(new(Lyon, 50));
        var narrow = await Directory.SearchAsync(new(Lyon, wide.Items[0].Kilometres + 1e-9));
        Assert.Equal(wide.Items[0], Assert.Single(narrow.Items));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var query = new DermatologistQuery(new(52.1, 4.8), 50); // Amsterdam, Rotterdam, The Hague, Utrecht
        var all = (await Directory.SearchAsync(query)).Items;
        Assert.True(all.Count > 4);
        var pages = new List<Dermatologist>();
        var page = await Directory.SearchAsync(query with { PageSize = 2 });
        for (pages.AddRange(page.Items); page.Next is not null; pages.AddRange(page.Items))
            page = await Directory.SearchAsync(query with { PageSize = 2, Page = page.Next });
        Assert.Equal(all, pages);
    }

    [Fact]
    public async Task Open_now_is_by_the_towns_clock()
    {
        var clinics = SampleClinics.All.Where(clinic => clinic.Hours == "Mo-Fr 08:00-17:00").ToArray();
        var tokyo = clinics.First(clinic => clinic.Zone == "Asia/Tokyo"); // 17:30 there
        var paris = clinics.First(clinic => clinic.Zone == "Europe/Paris"); // 10:30 there
        Assert.False((await Nearest(tokyo)).OpenNow);
        Assert.True((await Nearest(paris)).OpenNow);

        async Task<Dermatologist> Nearest(SampleClinic clinic) => (await Directory.SearchAsync(new(clinic.Position, 50))).Items.First(item => item.Id == clinic.Id);
    }

    [Fact]
    public async Task Only_open_ones_are_shown_where_that_is_asked()
    {
        var sunday = new SampleDirectory(new Clock(new DateTimeOffset(2024, 7, 7, 8, 30, 0, TimeSpan.Zero)));
        Assert.Empty((await sunday.SearchAsync(new(Lyon, 50) { OpenNow = true })).Items);
        Assert.All((await Directory.SearchAsync(new(new(52.1, 4.8), 50) { OpenNow = true })).Items, item => Assert.True(item.OpenNow));
    }

    [Fact]
    public async Task The_middle_of_an_ocean_has_none()
    {
        var page = await Directory.SearchAsync(new(new(0, -30), 50));
        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    public static TheoryData<DermatologistQuery, string> Refused => new()
    {
        { new(new(91, 0), 5), "latitude" }, { new(new(double.NaN, 0), 5), "latitude" }, { new(new(0, 181), 5), "longitude" },
        { new(Lyon, 0), "radius" }, { new(Lyon, 51), "radius" }, { new(Lyon, double.NaN), "radius" },
        { new(Lyon, 5) { PageSize = 0 }, "page size" }, { new(Lyon, 5) { PageSize = 21 }, "page size" },
        { new(Lyon, 5) { Page = "-1" }, "page" }, { new(Lyon, 5) { Page = "two" }, "page" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_query_out_of_range_is_refused_by_name(DermatologistQuery query, string name) =>
        Assert.Contains(name, (await Assert.ThrowsAsync<UserError>(() => Directory.SearchAsync(query))).Message);
}
