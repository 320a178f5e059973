using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class PlaceTests(Browser browser) : PageTest(browser)
{
    ILocator Box => Page.GetByRole(AriaRole.Combobox, new() { Name = "or a town" });

    ILocator Towns => Page.Locator("#places [role=option]");

    /// <summary>Types a town and takes the first proposal.</summary>
    internal static async Task TypeAsync(IPage page, string town)
    {
        await page.Locator("#place").FillAsync(town);
        await page.Locator("#places [role=option]").First.ClickAsync();
    }

    [SkippableFact]
    public async Task Towns_are_proposed_and_the_arrow_keys_choose_one()
    {
        await OpenAsync();
        await Box.PressSequentiallyAsync("ber");
        await Towns.First.WaitForAsync();
        Assert.Equal(["Berlin, Germany", "Bern, Switzerland", "Bergen, Norway"], await Towns.AllTextContentsAsync());
        Assert.Equal("true", await Box.GetAttributeAsync("aria-expanded"));
        await Box.PressAsync("ArrowDown");
        await Box.PressAsync("ArrowDown");
        var active = Page.Locator($"#{await Box.GetAttributeAsync("aria-activedescendant")}");
        Assert.Equal("Bern, Switzerland", await active.TextContentAsync());
        Assert.Equal("true", await active.GetAttributeAsync("aria-selected"));
        await Box.PressAsync("Enter");
        await Page.GetByText("of Bern, Switzerland").WaitForAsync();
        var query = Assert.Single(Server.Searches);
        Assert.Equal(("46.948", "7.447"), (query["lat"], query["lon"]));
        Assert.Equal(("false", "Bern, Switzerland"), (await Box.GetAttributeAsync("aria-expanded"), await Box.InputValueAsync()));
    }

    [SkippableFact]
    public async Task The_arrows_go_round_and_escape_closes_and_then_clears()
    {
        await OpenAsync();
        await Box.PressSequentiallyAsync("ber");
        await Towns.First.WaitForAsync();
        await Box.PressAsync("ArrowUp");
        Assert.Equal("place-2", await Box.GetAttributeAsync("aria-activedescendant"));
        await Box.PressAsync("ArrowDown");
        Assert.Equal("place-0", await Box.GetAttributeAsync("aria-activedescendant"));
        await Box.PressAsync("Escape");
        Assert.Equal(("false", "ber"), (await Box.GetAttributeAsync("aria-expanded"), await Box.InputValueAsync()));
        await Box.PressAsync("Escape");
        Assert.Equal("", await Box.InputValueAsync());
    }

    [SkippableFact]
    public async Task Enter_takes_the_first_town_even_before_the_proposals_come()
    {
        await OpenAsync();
        await Box.FillAsync("Porto");
        await Box.PressAsync("Enter");
        await Page.GetByText("of Porto, Portugal").WaitForAsync();
    }

    [SkippableFact]
    public async Task A_tap_chooses_a_town()
    {
        await OpenAsync(Screen.Phone);
        await Box.FillAsync("berg");
        await Towns.First.TapAsync();
        await Page.GetByText("of Bergen, Norway").WaitForAsync();
    }

    [SkippableFact]
    public async Task A_town_that_is_not_in_the_list_is_named()
    {
        await OpenAsync();
        await Box.FillAsync("Atlantis");
        await Page.GetByText("No such town in the list").WaitForAsync();
        await Box.PressAsync("Enter");
        await Page.GetByText("“Atlantis” is not among the towns of the list.").WaitForAsync();
        Assert.Empty(Server.Searches);
    }

    [SkippableFact]
    public async Task Find_without_a_place_asks_for_one()
    {
        await OpenAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.GetByText("Type a town, or use your position.").WaitForAsync();
        await FocusIsAsync("place");
    }
}
