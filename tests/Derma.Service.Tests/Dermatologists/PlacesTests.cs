namespace Derma.Service.Tests;

public class PlacesTests
{
    [Theory]
    [InlineData("lyon", "Lyon, France")]
    [InlineData("MÜNCHEN", "Munich, Germany"), InlineData("munchen", "Munich, Germany"), InlineData("Muenchen", "Munich, Germany")]
    [InlineData("lodz", "Łódź, Poland"), InlineData("izmir", "İzmir, Turkey"), InlineData("istanbul", "Istanbul, Turkey"), InlineData("tromso", "Tromsø, Norway")]
    [InlineData("xian", "Xi'an, China"), InlineData("san jose", "San José, Costa Rica"), InlineData("cluj napoca", "Cluj-Napoca, Romania")]
    [InlineData("Sa\u0303o Paulo", "São Paulo, Brazil")]
    public void A_town_is_found_however_it_is_typed(string text, string name) => Assert.Equal(name, Places.Default.Find(text).First().Name);

    [Theory]
    [InlineData("valencia", "Valencia, Spain"), InlineData("valencia, sp", "Valencia, Spain")]
    [InlineData("san", "San Antonio, United States")]
    public void Beginnings_of_names_and_countries_match(string text, string name) => Assert.Contains(name, Places.Default.Find(text).Select(place => place.Name));

    [Fact]
    public void The_exact_name_comes_first() => Assert.Equal("Split, Croatia", Places.Default.Find("Split")[0].Name);

    [Fact]
    public void At_most_ten_are_named() => Assert.Equal(10, Places.Default.Find("s").Count);

    [Theory, InlineData(""), InlineData("  , "), InlineData("Atlantis"), InlineData("yon")]
    public void Anything_else_finds_nothing(string text) => Assert.Empty(Places.Default.Find(text));

    [Fact]
    public void Every_town_is_on_the_globe_and_named_once()
    {
        Assert.InRange(Places.Default.Towns.Count, 300, 600);
        Assert.Distinct(Places.Default.Towns.Select(town => town.Place.Name));
        Assert.All(Places.Default.Towns, town =>
        {
            Assert.InRange(town.Place.Position.Latitude, -60, 75);
            Assert.InRange(town.Place.Position.Longitude, -180, 180);
        });
    }

    [Fact]
    public void Every_town_is_within_three_hours_of_its_clock()
    {
        Assert.All(Places.Default.Towns, town =>
        {
            var offset = TimeZoneInfo.FindSystemTimeZoneById(town.Zone).BaseUtcOffset.TotalHours;
            Assert.InRange(offset - town.Place.Position.Longitude / 15, -2, 3);
        });
    }
}
