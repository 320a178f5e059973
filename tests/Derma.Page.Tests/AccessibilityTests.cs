using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

/// <summary>axe-core over the states of the page, at both sizes, light and dark.</summary>
public class AccessibilityTests(Browser browser) : PageTest(browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    [InlineData(Screen.Desktop, ColorScheme.Light)]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    public async Task No_state_has_a_serious_or_critical_finding(Screen screen, ColorScheme colours)
    {
        await OpenAsync(screen, options => options.ColorScheme = colours);
        await CheckAsync("empty");
        await Page.Locator("#file").SetInputFilesAsync(Photos.Named("notes.txt", "text/plain", [1]));
        await CheckAsync("refused");
        await ChooseAsync(Photos.Drawing);
        await AskButton.WaitForAsync();
        await CheckAsync("ready");
        await CheckRefusalAsync();
        await CheckSendingAsync();
        await CheckAnswersAsync();
        await CheckFinderAsync();
    }

    async Task CheckRefusalAsync()
    {
        Server.OnPrediction = Reply.Problem(429, retryAfter: "60");
        await AskButton.ClickAsync();
        await Problem.WaitForAsync();
        await CheckAsync("queue full");
    }

    async Task CheckSendingAsync()
    {
        var end = new TaskCompletionSource();
        Server.OnPrediction = context => end.Task;
        await SendAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).WaitForAsync();
        await CheckAsync("sending");
        end.SetResult();
        await Problem.WaitForAsync();
    }

    async Task CheckAnswersAsync()
    {
        foreach (var answer in new[] { Answers.Bare(), Answers.NotSure(), Answers.Warned() })
        {
            Server.OnPrediction = context => Reply.JsonAsync(context, answer);
            await SendAsync();
            await Answer.WaitForAsync();
            await Page.EvaluateAsync("for (const fold of document.querySelectorAll('details')) fold.open = true");
            await CheckAsync($"answer, sure: {answer["sure"]}, warnings: {answer["warnings"]!.AsArray().Count}");
        }
    }

    async Task CheckFinderAsync()
    {
        await Page.Locator("#place").FillAsync("ber");
        await Page.Locator("#places [role=option]").First.WaitForAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await CheckAsync("proposals");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#practices button").Nth(2).ClickAsync();
        await CheckAsync("practices");
        Server.OnDermatologists = context => Reply.JsonAsync(context, Practices.None);
        await Page.Locator("#open").CheckAsync();
        await Page.GetByText("Look within 50 km").WaitForAsync();
        await CheckAsync("no practice");
        Server.OnDermatologists = Reply.Problem(502);
        await Page.Locator("#open").UncheckAsync();
        await Page.Locator("#find-problem").WaitForAsync();
        await CheckAsync("no directory");
    }

    async Task SendAsync()
    {
        await Page.Locator("#file").SetInputFilesAsync(Photos.Drawing);
        await AskButton.ClickAsync();
    }

    async Task CheckAsync(string state)
    {
        var findings = await Axe.FindingsAsync(Page);
        Assert.True(findings.Length == 0, $"{state}: {string.Join('\n', findings)}");
    }
}
