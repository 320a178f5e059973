using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

/// <summary>The sample practices lie at 1, 2, 3 … km, the first due east, each next one 100 degrees further round.</summary>
public class MapTests(Browser browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Direction_and_distance_on_the_map_are_those_of_the_ground()
    {
        await OpenAsync();
        await FindAsync();
        var outer = await Page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.ring')].map(ring => ring.r.baseVal.value))");
        var rings = await Page.Locator("#map .distance").AllTextContentsAsync();
        Assert.Equal(["10 km", "5 km"], rings);
        // Far from the middle no pin had to make room: the eighth to tenth stand where the compass says.
        foreach (var index in new[] { 7, 8, 9 })
        {
            var turn = index * 100 * Math.PI / 180;
            var (x, y) = (Math.Cos(turn) * (index + 1) / 10 * outer, Math.Sin(turn) * (index + 1) / 10 * outer);
            var pin = await OffsetAsync(index);
            Assert.InRange(pin[0], x - 1.5, x + 1.5);
            Assert.InRange(pin[1], y - 1.5, y + 1.5);
        }
    }

    [SkippableFact]
    public async Task Pins_of_one_house_stand_beside_each_other()
    {
        Server.OnDermatologists = context =>
        {
            var page = Practices.Page(context.Request.Query);
            foreach (var item in page["items"]!.AsArray().Skip(1))
                foreach (var name in new[] { "latitude", "longitude", "kilometres" }) item![name] = page["items"]![0]![name]!.DeepClone();
            return Reply.JsonAsync(context, page);
        };
        await OpenAsync();
        await FindAsync();
        var pins = new List<double[]>();
        for (var index = 0; index < 10; index++) pins.Add(await OffsetAsync(index));
        var closest = pins.SelectMany((one, i) => pins.Take(i).Select(other => Math.Sqrt(Math.Pow(one[0] - other[0], 2) + Math.Pow(one[1] - other[1], 2)))).Min();
        Assert.InRange(closest, 20, double.MaxValue);
    }

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task List_and_map_mark_the_same_practice(Screen screen)
    {
        await OpenAsync(screen);
        await FindAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "4: mark Hautzentrum Nord on the map" }).ClickAsync();
        Assert.Equal(["4"], await Page.Locator("#map .picked text").AllTextContentsAsync());
        await Page.Locator("#map .pin[data-index='8']").ClickAsync();
        Assert.Equal(["9"], await Page.Locator("#map .picked text").AllTextContentsAsync());
        Assert.Equal(["9"], await Page.Locator("#practices button[aria-pressed=true]").AllTextContentsAsync());
        await FocusIsAsync("9: mark Skin Practice Am Markt on the map");
        await Page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await Page.Locator(".picked").CountAsync());
    }

    [SkippableFact]
    public async Task The_map_describes_itself()
    {
        await OpenAsync();
        await FindAsync();
        Assert.Equal(
            "Map of the list: 10 numbered practices around Berlin, Germany, north up, a ring every 5 km.",
            await Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Map of the list") }).GetAttributeAsync("aria-label"));
    }

    async Task FindAsync()
    {
        await PlaceTests.TypeAsync(Page, "Berlin");
        await Page.Locator("#practices li").First.WaitForAsync();
    }

    /// <summary>A pin's place from the middle of the map, in its own units, east and south positive.</summary>
    Task<double[]> OffsetAsync(int index) => Page.EvaluateAsync<double[]>(
        "index => { const at = document.querySelector(`.pin[data-index='${index}']`).transform.baseVal[0].matrix; return [at.e - 200, at.f - 200]; }", index);
}
