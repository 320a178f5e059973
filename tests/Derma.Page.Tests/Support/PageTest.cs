using Microsoft.Playwright;

namespace Derma.Page.Tests.Support;

/// <summary>A test with a service of its own and a page on it; fails where the page asked another host or the browser complained.</summary>
[Collection(Browser.Name)]
public abstract class PageTest(Browser browser) : IAsyncLifetime
{
    readonly List<string> complaints = [];
    IBrowserContext? context;

    internal PageServer Server { get; } = new();

    protected IPage Page { get; private set; } = null!;

    protected IBrowserContext Context => context!;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Opens the page.</summary>
    /// <param name="screen">At which size.</param>
    /// <param name="change">Of the browser's options, before.</param>
    protected async Task OpenAsync(Screen screen = Screen.Desktop, Action<BrowserNewContextOptions>? change = null)
    {
        var options = screen.Options();
        options.AcceptDownloads = true;
        change?.Invoke(options);
        context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Browser.MostMilliseconds);
        await Server.StartAsync();
        Page = await context.NewPageAsync();
        Listen();
        await Page.GotoAsync(Server.Address);
    }

    public async Task DisposeAsync()
    {
        if (context is not null) await context.DisposeAsync();
        await Server.DisposeAsync();
        Assert.Empty(complaints);
    }

    void Listen()
    {
        Page.PageError += (_, error) => complaints.Add(error);
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Server.Address, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                complaints.Add($"asked {request.Url}");
        };
        // The browser reports every refusal that a test asked for as an error of its own; what the page makes of it is tested.
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
    }

    /// <summary>Chooses a photo in the file dialogue, as a person does.</summary>
    protected async Task ChooseAsync(FilePayload photo)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByText("Choose a photo").ClickAsync());
        await chooser.SetFilesAsync(photo);
    }

    /// <summary>Chooses a photo, sends it and waits for the answer.</summary>
    protected async Task AskAsync(FilePayload? photo = null)
    {
        await ChooseAsync(photo ?? Photos.Drawing);
        await AskButton.ClickAsync();
        await Answer.WaitForAsync();
    }

    protected ILocator AskButton => Page.GetByRole(AriaRole.Button, new() { Name = "Ask the network" });

    protected ILocator Answer => Page.Locator("#answer");

    protected ILocator Problem => Page.Locator("#problem");

    /// <summary>Waits until the focus is on the element with this id, or label, or text where it has neither; fails where it stays elsewhere.</summary>
    protected async Task FocusIsAsync(string name)
    {
        const string Focused = "document.activeElement.id || document.activeElement.ariaLabel || document.activeElement.textContent";
        try
        {
            await Page.WaitForFunctionAsync($"name => ({Focused}) === name", name);
        }
        catch (TimeoutException)
        {
            Assert.Equal(name, await Page.EvaluateAsync<string>(Focused));
        }
    }
}
