using Microsoft.Playwright;

namespace Derma.Page.Tests.Support;

/// <summary>The system's Chromium, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>All tests of the page share one browser, and so run one after another.</summary>
    [CollectionDefinition(Name)]
    public sealed class Collection : ICollectionFixture<Browser>;

    public const string Name = "browser";

    /// <summary>All projects' tests run at once, and a page may wait for its turn on the processor.</summary>
    internal const float MostMilliseconds = 120_000;

    IPlaywright? playwright;
    IBrowser? chromium;

    public async Task InitializeAsync()
    {
        if (Tools.Find("chromium", "chromium-browser", "google-chrome") is not { } path) return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, ChromiumSandbox = Environment.UserName != "root" });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new, empty profile; see <see cref="Tools.Require"/> where there is no Chromium.</summary>
    internal async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        Tools.Require(chromium is not null, "No chromium on PATH; on Debian: apt-get install chromium");
        var context = await chromium!.NewContextAsync(options);
        context.SetDefaultNavigationTimeout(MostMilliseconds);
        return context;
    }
}
