using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class FinderTests(Browser browser) : PageTest(browser)
{
    ILocator Entries => Page.Locator("#practices li");

    ILocator Pins => Page.Locator("#map .pin");

    ILocator Locate => Page.GetByRole(AriaRole.Button, new() { Name = "Use my position" });

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_position_is_asked_for_on_the_click_and_sent_rounded(Screen screen)
    {
        await OpenAsync(screen, options =>
        {
            options.Permissions = ["geolocation"];
            options.Geolocation = new() { Latitude = 48.208176f, Longitude = 16.373819f };
        });
        Assert.Empty(Server.Searches);
        await Locate.ClickAsync();
        await Entries.First.WaitForAsync();
        var query = Assert.Single(Server.Searches);
        Assert.Equal(("48.208", "16.374", "25"), (query["lat"], query["lon"], query["radius"]));
        Assert.Equal("10 practices, the nearest, within 25 km of your position.", await Page.Locator("#found").TextContentAsync());
    }

    [SkippableFact]
    public async Task Without_leave_the_page_asks_for_a_town_and_searches_nothing()
    {
        await OpenAsync();
        await Context.GrantPermissionsAsync([]);
        await Locate.ClickAsync();
        await Page.GetByText("The browser was not allowed to give the position. Type a town instead.").WaitForAsync();
        await FocusIsAsync("place");
        Assert.Empty(Server.Searches);
    }

    [SkippableFact]
    public async Task A_practice_has_its_distance_address_hours_certification_phone_and_website()
    {
        Server.OnDermatologists = context => Reply.JsonAsync(context, Practices.Page(context.Request.Query, sample: false));
        await OpenAsync();
        await FindAsync();
        var first = Entries.First;
        Assert.Equal("Dr Linden", await first.GetByRole(AriaRole.Heading).TextContentAsync());
        foreach (var text in new[] { "1.0 km · Long Street 1, 10000 Town", "Open now", "Certification: Board certified" })
            Assert.True(await first.GetByText(text).IsVisibleAsync(), text);
        Assert.Equal("tel:+49305550100", await first.GetByText("+49 30 555-0100").GetAttributeAsync("href"));
        var website = first.GetByText("practice-0.example");
        Assert.Equal(("https://practice-0.example/", "noopener noreferrer"), (await website.GetAttributeAsync("href"), await website.GetAttributeAsync("rel")));
        Assert.True(await Entries.Nth(1).GetByText("Closed now").IsVisibleAsync());
        Assert.True(await Entries.Nth(2).GetByText("Hours unknown").IsVisibleAsync());
        Assert.False(await Page.GetByText("Sample data.").IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Sample_data_says_so_and_offers_no_invented_number_to_call()
    {
        await OpenAsync();
        await FindAsync();
        Assert.True(await Page.GetByText("Sample data. These practices are invented.").IsVisibleAsync());
        Assert.True(await Entries.First.GetByText("+49 30 555-0100").IsVisibleAsync());
        Assert.Equal(0, await Page.Locator("#practices a").CountAsync());
    }

    [SkippableFact]
    public async Task Only_a_web_address_becomes_a_link()
    {
        Server.OnDermatologists = context =>
        {
            var page = Practices.Page(context.Request.Query, sample: false);
            page["items"]![0]!["website"] = "javascript:alert(1)";
            return Reply.JsonAsync(context, page);
        };
        await OpenAsync();
        await FindAsync();
        Assert.Equal(["+49 30 555-0100"], await Entries.First.Locator("a").AllTextContentsAsync());
    }

    [SkippableFact]
    public async Task More_adds_the_next_page_to_list_and_map_and_moves_on_to_it()
    {
        await OpenAsync();
        await FindAsync();
        Assert.Equal((10, 10), (await Entries.CountAsync(), await Pins.CountAsync()));
        await Page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Page.GetByText("3 practices more, 13 in all.").WaitForAsync();
        Assert.Equal((13, 13), (await Entries.CountAsync(), await Pins.CountAsync()));
        await FocusIsAsync("11: mark Hautzentrum Nord on the map");
        Assert.False(await Page.Locator("#more").IsVisibleAsync());
        Assert.Equal("10", Server.Searches[^1]["page"]);
    }

    [SkippableFact]
    public async Task The_radius_and_open_now_repeat_the_search()
    {
        await OpenAsync();
        await FindAsync();
        await Page.GetByLabel("within").SelectOptionAsync("10");
        await Page.GetByText("within 10 km of Berlin").WaitForAsync();
        await Page.GetByLabel("Open now").CheckAsync();
        await Page.GetByText("within 10 km of Berlin, Germany, open now.").WaitForAsync();
        var query = Server.Searches[^1];
        Assert.Equal(("10", "true"), (query["radius"], query["openNow"]));
        Assert.DoesNotContain("openNow", Server.Searches[0].Keys);
    }

    [SkippableFact]
    public async Task Where_nothing_is_near_a_wider_search_is_offered()
    {
        Server.OnDermatologists = context => Reply.JsonAsync(context, context.Request.Query["radius"] == "50" ? Practices.Page(context.Request.Query) : Practices.None);
        await OpenAsync(Screen.Phone);
        await TypeAsync();
        await Page.GetByText("No practice within 25 km of Berlin, Germany.").WaitForAsync();
        Assert.False(await Page.Locator("#results").IsVisibleAsync());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look within 50 km" }).ClickAsync();
        await Entries.First.WaitForAsync();
    }

    [SkippableFact]
    public async Task A_directory_that_does_not_answer_can_be_asked_again()
    {
        Server.OnDermatologists = Reply.Problem(502);
        await OpenAsync();
        await TypeAsync();
        await Page.GetByText("The directory of dermatologists does not answer.").WaitForAsync();
        Server.OnDermatologists = context => Reply.JsonAsync(context, Practices.Page(context.Request.Query));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Entries.First.WaitForAsync();
        Assert.False(await Page.Locator("#find-problem").IsVisibleAsync());
    }

    Task TypeAsync() => PlaceTests.TypeAsync(Page, "Berlin");

    async Task FindAsync()
    {
        await TypeAsync();
        await Entries.First.WaitForAsync();
    }
}
