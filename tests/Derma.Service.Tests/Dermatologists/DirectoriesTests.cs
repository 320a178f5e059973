namespace Derma.Service.Tests;

public class DirectoriesTests
{
    [Fact]
    public void Directories_are_made_by_name()
    {
        Assert.IsType<SampleDirectory>(Directories.Create("sample"));
        Assert.IsType<OverpassDirectory>(Directories.Create("osm"));
        Assert.IsType<GooglePlacesDirectory>(Directories.Create("google", googleKey: "key"));
    }

    [Theory, InlineData(null), InlineData(" ")]
    public void Google_without_a_key_says_where_to_put_it(string? key) =>
        Assert.Contains("DERMA_GOOGLE_PLACES_KEY", Assert.Throws<UserError>(() => Directories.Create("google", key)).Message);

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are() =>
        Assert.Contains("sample, google, osm", Assert.Throws<UserError>(() => Directories.Create("bing")).Message);
}
