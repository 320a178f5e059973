namespace Derma.Service.Tests;

/// <summary>Everything that goes wrong on a network, for both directories.</summary>
public sealed class DirectoryFailureTests : IAsyncLifetime
{
    const string Empty = """{ "places": [], "elements": [] }""";

    static readonly DermatologistQuery Query = new(new GeoPoint(48.14, 11.58), 5);

    AnswerServer server = null!;

    public async Task InitializeAsync() => server = await AnswerServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    IDermatologistDirectory Directory(string name)
    {
        var (timeout, pause) = (TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(1));
        return name == "google"
            ? new GooglePlacesDirectory(new GooglePlacesOptions { Key = "secret", BaseAddress = server.Address, Timeout = timeout, RetryDelay = pause })
            : new OverpassDirectory(new OverpassOptions { BaseAddress = server.Address, Timeout = timeout, RetryDelay = pause });
    }

    static string NameOf(string directory) => directory == "google" ? "Google Places" : "OpenStreetMap's Overpass server";

    async Task<DirectoryError> ErrorOf(string directory)
    {
        var error = await Assert.ThrowsAsync<DirectoryError>(() => Directory(directory).SearchAsync(Query));
        Assert.StartsWith(NameOf(directory), error.Message);
        Assert.DoesNotContain("secret", error.Message);
        return error;
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task Nothing_found_is_an_empty_page(string name)
    {
        server.Then(Empty);
        var page = await Directory(name).SearchAsync(Query);
        Assert.Empty(page.Items);
        Assert.Null(page.Next);
        Assert.False(page.SampleData);
    }

    [Theory, InlineData("google", 500), InlineData("osm", 503), InlineData("google", 429)]
    public async Task A_server_in_trouble_is_asked_once_more(string name, int status)
    {
        server.Then("oops", status).Then(Empty);
        Assert.Empty((await Directory(name).SearchAsync(Query)).Items);
        Assert.Equal(2, server.Asked.Count);
        Assert.Single(server.Asked.Select(asked => asked.Body).Distinct());
    }

    [Theory, InlineData("google", 500), InlineData("osm", 502)]
    public async Task And_not_a_third_time(string name, int status)
    {
        server.Then("oops", status).Then("oops", status).Then(Empty);
        Assert.Contains(status.ToString(), (await ErrorOf(name)).Message);
        Assert.Equal(2, server.Asked.Count);
    }

    [Theory, InlineData("google", "quota"), InlineData("osm", "busy")]
    public async Task Too_many_requests_say_why(string name, string reason)
    {
        server.Then("", 429, retryAfter: "0").Then("", 429, retryAfter: "0");
        Assert.Contains(reason, (await ErrorOf(name)).Message);
    }

    [Theory, InlineData("google", 404), InlineData("osm", 400)]
    public async Task Another_refusal_is_not_repeated(string name, int status)
    {
        server.Then("<html>Bad</html>", status);
        Assert.Contains(status.ToString(), (await ErrorOf(name)).Message);
        Assert.Single(server.Asked);
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task An_answer_that_is_no_json_is_named(string name)
    {
        server.Then("<!DOCTYPE html><title>Portal</title>");
        Assert.Contains("not the JSON", (await ErrorOf(name)).Message);
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task An_answer_of_another_shape_is_named(string name)
    {
        server.Then("""{ "places": 3, "elements": "none" }""");
        Assert.Contains("not the JSON", (await ErrorOf(name)).Message);
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task A_body_that_is_cut_twice_is_an_error(string name)
    {
        server.ThenCut("""{ "places": [""").ThenCut("""{ "elements": [""");
        Assert.Contains("could not be asked", (await ErrorOf(name)).Message);
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task A_body_that_is_cut_once_is_asked_for_again(string name)
    {
        server.ThenCut("""{ "places": [""").Then(Empty);
        Assert.Empty((await Directory(name).SearchAsync(Query)).Items);
    }

    [Fact]
    public async Task A_silent_server_ends_in_an_error_that_says_how_long_it_was_waited_for()
    {
        server.ThenNothing();
        var directory = new OverpassDirectory(new OverpassOptions { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(0.2) });
        Assert.Contains("within 0.2 s", (await Assert.ThrowsAsync<DirectoryError>(() => directory.SearchAsync(Query))).Message);
    }

    [Fact]
    public async Task Who_has_waited_in_vain_does_not_wait_again()
    {
        server.ThenNothing().Then(Empty);
        var directory = new OverpassDirectory(new OverpassOptions { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(0.2), RetryDelay = TimeSpan.Zero });
        await Assert.ThrowsAsync<DirectoryError>(() => directory.SearchAsync(Query));
        Assert.Single(server.Asked);
    }

    // An hour, says the server; the time-out is the longest pause.
    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_no_longer_than_the_time_out()
    {
        server.Then("", 429, retryAfter: "3600").Then(Empty);
        var directory = new OverpassDirectory(new OverpassOptions { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(1) });
        Assert.Empty((await directory.SearchAsync(Query).WaitAsync(TimeSpan.FromSeconds(60))).Items);
    }

    [Fact]
    public async Task A_server_hears_who_asks()
    {
        server.Then(Empty);
        await Directory("osm").SearchAsync(Query);
        Assert.StartsWith("DermaWorkbook/", server.Asked.Single().Headers["User-Agent"]);
    }

    [Fact]
    public async Task No_server_at_all_ends_in_an_error()
    {
        var nobody = new OverpassOptions { BaseAddress = new Uri("http://127.0.0.1:9/"), RetryDelay = TimeSpan.FromMilliseconds(1) };
        Assert.Contains("could not be asked", (await Assert.ThrowsAsync<DirectoryError>(() => new OverpassDirectory(nobody).SearchAsync(Query))).Message);
    }

    [Fact]
    public async Task Whoever_asked_may_give_up()
    {
        server.ThenNothing();
        using var cancellation = new CancellationTokenSource();
        var search = Directory("osm").SearchAsync(Query, cancellation.Token);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    [Theory, InlineData("google"), InlineData("osm")]
    public async Task A_query_out_of_range_is_never_sent(string name)
    {
        await Assert.ThrowsAsync<UserError>(() => Directory(name).SearchAsync(Query with { RadiusKilometres = 500 }));
        Assert.Empty(server.Asked);
    }
}
