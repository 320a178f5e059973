namespace Derma.Service.Tests;

public class FinderTests
{
    [Fact]
    public async Task A_question_reaches_the_directory_and_its_page_comes_back()
    {
        var directory = new FakeDirectory();
        await using var service = await TestService.StartAsync(directory: directory);
        var answer = await service.Client.GetStringAsync("/api/dermatologists?lat=48.1&lon=-11.5&radius=7.5&openNow=true&pageSize=5&page=two");
        Assert.Equal(new DermatologistQuery(new GeoPoint(48.1, -11.5), 7.5) { OpenNow = true, PageSize = 5, Page = "two" }, directory.Asked);
        Assert.Equal(
            """{"items":[{"id":"1","name":"Practice","address":"Street 1","latitude":48,"longitude":11,"kilometres":1.5,"certification":"unknown","openNow":null,"phone":"123","website":null}],"next":"more","source":"Invented","sampleData":true}""",
            answer);
    }

    [Theory]
    [InlineData("lon=1&radius=5", "'lat'")]
    [InlineData("lat=91&lon=1", "'lat'")]
    [InlineData("lat=NaN&lon=1", "'lat'")]
    [InlineData("lat=1&lon=east", "'lon'")]
    [InlineData("lat=1&lon=1&radius=0", "'radius'")]
    [InlineData("lat=1&lon=1&radius=51", "'radius'")]
    [InlineData("lat=1&lon=1&openNow=perhaps", "'openNow'")]
    [InlineData("lat=1&lon=1&pageSize=0", "'pageSize'")]
    public async Task A_parameter_out_of_range_is_named(string query, string named)
    {
        await using var service = await TestService.StartAsync();
        Assert.Contains(named, await TestService.ProblemAsync(await service.Client.GetAsync("/api/dermatologists?" + query), 400, "bad-parameter"));
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_is_a_bad_gateway()
    {
        await using var service = await TestService.StartAsync(directory: new FakeDirectory { Fails = new DirectoryError("Invented does not answer.") });
        Assert.Equal("Invented does not answer.", await TestService.ProblemAsync(await service.Client.GetAsync("/api/dermatologists?lat=1&lon=1"), 502, "directory-unavailable"));
    }

    [Fact]
    public async Task A_typed_place_is_looked_up()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal("""{"items":[{"name":"Ulm, Somewhere","latitude":1,"longitude":2}]}""", await service.Client.GetStringAsync("/api/places?q=%20Ulm"));
        Assert.Contains("'q'", await TestService.ProblemAsync(await service.Client.GetAsync("/api/places"), 400, "bad-parameter"));
    }
}
