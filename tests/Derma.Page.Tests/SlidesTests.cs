using Derma.Notebooks.Results;
using Derma.Page.Tests.Support;
using Derma.Papers;

namespace Derma.Page.Tests;

/// <summary>A notebook's slides through the validator, and in the browser as a teacher would use them.</summary>
[Collection(Browser.Name)]
public sealed class SlidesTests : IDisposable
{
    readonly Browser browser;
    readonly TemporaryFolder folder = new();

    public SlidesTests(Browser browser)
    {
        this.browser = browser;
        File.WriteAllText(folder.File("slides.html"), Site.Slides(SampleNotebook.Passed, new()
        {
            OutputFolder = "", Title = "Slides", FooterHtml = "<p>Not for diagnosis.</p>",
            Scripts = [new("plotly.min.js", PlotlyJs.Code, PageScript.Charts, "Plotly.newPlot")],
        }));
    }

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task Slides_are_valid_html() => Assert.Empty(await HtmlValidator.FindingsAsync([folder.File("slides.html")]));

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task All_is_drawn_fits_asks_no_network_and_has_no_serious_finding(Screen screen)
    {
        await using var context = await browser.NewContextAsync(screen.Options());
        Assert.Empty(await SiteVisit.FindingsAsync(context, folder.File("slides.html")));
    }

    [SkippableFact]
    public async Task Keys_and_buttons_turn_the_pages_and_the_address_leads_back_to_one()
    {
        await using var context = await browser.NewContextAsync(Screen.Desktop.Options());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(folder.File("slides.html")).AbsoluteUri);
        var slides = await page.Locator(".slide").CountAsync();
        Task<string> Number() => page.Locator(".pages output").InnerTextAsync();
        Assert.Equal($"1 / {slides}", await Number());
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator(".pages button").Last.ClickAsync();
        Assert.Equal($"3 / {slides}", await Number());
        Assert.True(await page.Locator("#slide-3").IsVisibleAsync());
        Assert.False(await page.Locator("#slide-1").IsVisibleAsync());
        await page.ReloadAsync();
        Assert.Equal($"3 / {slides}", await Number());
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal($"1 / {slides}", await Number());
    }

    [SkippableFact]
    public async Task A_printed_page_holds_one_slide()
    {
        await using var context = await browser.NewContextAsync(Screen.Desktop.Options());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(folder.File("slides.html")).AbsoluteUri);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var breaks = await page.Locator(".slide").EvaluateAllAsync<string[]>("all => all.map(slide => [getComputedStyle(slide).visibility, getComputedStyle(slide).breakAfter].join())");
        Assert.All(breaks, style => Assert.Equal("visible,page", style));
    }
}
