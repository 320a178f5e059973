using System.Diagnostics;
using Derma.Page.Tests.Support;

namespace Derma.Page.Tests;

/// <summary>Renews the README's pictures of the page where DERMA_SCREENSHOTS is set; needs <c>pngquant</c>, which brings them to 256 colours.</summary>
public class ScreenshotTests(Browser browser) : PageTest(browser)
{
    const string Switch = "DERMA_SCREENSHOTS";
    const int LargestBytes = 150_000;

    [SkippableFact]
    public async Task The_phone_with_an_answer()
    {
        SkipUnlessAsked();
        await OpenAsync(Screen.Phone, options => options.ViewportSize = new() { Width = 390, Height = 1500 });
        await AskAsync();
        await SaveAsync("service-phone.png");
    }

    [SkippableFact]
    public async Task The_desktop_with_an_answer_and_the_map()
    {
        SkipUnlessAsked();
        await OpenAsync(change: options => (options.ViewportSize, options.DeviceScaleFactor) = (new() { Width = 1280, Height = 2420 }, 0.8f));
        await AskAsync();
        await PlaceTests.TypeAsync(Page, "Berlin");
        await Page.Locator("#practices li").First.WaitForAsync();
        await SaveAsync("service-desktop.png");
    }

    static void SkipUnlessAsked() => Skip.If(Environment.GetEnvironmentVariable(Switch) is null or "", $"Set {Switch}=1 to renew docs/images.");

    async Task SaveAsync(string name)
    {
        using var folder = new TemporaryFolder();
        await Page.EvaluateAsync("document.activeElement.blur(); scrollTo(0, 0)");
        await Page.ScreenshotAsync(new() { Path = folder.File(name) });
        var target = Path.Combine(RepositoryPaths.Root, "docs", "images", name);
        using var pngquant = Process.Start("pngquant", ["--force", "--speed", "1", "--output", target, "256", "--", folder.File(name)]);
        await pngquant.WaitForExitAsync();
        Assert.Equal(0, pngquant.ExitCode);
        Assert.InRange(new FileInfo(target).Length, 1, LargestBytes);
    }
}
