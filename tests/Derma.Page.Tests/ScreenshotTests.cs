using Derma.Page.Tests.Support;
using Derma.TestSupport;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

/// <summary>Renews the README's pictures of the page where DERMA_SCREENSHOTS is set.</summary>
public class ScreenshotTests(Browser browser) : PageTest(browser)
{
    const string Switch = "DERMA_SCREENSHOTS";
    const int LargestBytes = 150_000;

    [SkippableFact]
    public async Task The_phone_with_an_answer()
    {
        SkipUnlessAsked();
        await OpenAsync(Screen.Phone);
        await AskAsync();
        await SaveAsync("service-phone.png", new() { FullPage = true, Clip = new() { X = 0, Y = 0, Width = 390, Height = 1500 } });
    }

    [SkippableFact]
    public async Task The_desktop_with_an_answer_and_the_map()
    {
        SkipUnlessAsked();
        await OpenAsync();
        await AskAsync();
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "or a town" }).FillAsync("Berlin");
        await Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Page.Locator("#practices li").First.WaitForAsync();
        await SaveAsync("service-desktop.png", new() { FullPage = true });
    }

    static void SkipUnlessAsked() => Skip.If(Environment.GetEnvironmentVariable(Switch) is null or "", $"Set {Switch}=1 to renew docs/images.");

    async Task SaveAsync(string name, PageScreenshotOptions options)
    {
        await Page.EvaluateAsync("scrollTo(0, 0)");
        var image = await Page.ScreenshotAsync(options);
        Assert.InRange(image.Length, 1, LargestBytes);
        await File.WriteAllBytesAsync(Path.Combine(RepositoryPaths.Root, "docs", "images", name), image);
    }
}
