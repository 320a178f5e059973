using Derma.Page.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class UploadTests(Browser browser) : PageTest(browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_chosen_photo_is_previewed_sent_under_a_neutral_name_and_answered(Screen screen)
    {
        IFormFile? sent = null;
        byte[] bytes = [];
        Server.OnPrediction = async context =>
        {
            sent = (await context.Request.ReadFormAsync()).Files.Single();
            using var copy = new MemoryStream();
            await sent.CopyToAsync(copy);
            bytes = copy.ToArray();
            await Reply.JsonAsync(context, Answers.Sure());
        };
        await OpenAsync(screen);
        await ChooseAsync(Photos.Drawing);
        await AskButton.WaitForAsync();
        Assert.Null(sent);
        Assert.Contains("256 × 256 pixels", await Page.Locator("figcaption").TextContentAsync());
        await AskButton.ClickAsync();
        await Answer.WaitForAsync();
        Assert.Equal(("photo", "photo.jpg", "image/jpeg"), (sent!.Name, sent.FileName, sent.ContentType));
        Assert.Equal(Photos.Drawing.Buffer, bytes);
    }

    [SkippableFact]
    public async Task The_keyboard_is_enough_from_the_top_of_the_page_to_the_answer()
    {
        await OpenAsync();
        await Page.Keyboard.PressAsync("Tab");
        await FocusIsAsync("Skip to the photo");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/#*");
        await Page.Keyboard.PressAsync("Tab");
        await FocusIsAsync("file");
        // What a file input does with a key is the browser's own; that it is one, and can be used, is the page's.
        await Page.Locator("input[type=file]#file:enabled").SetInputFilesAsync(Photos.Drawing);
        await AskButton.WaitForAsync();
        await FocusIsAsync("ask");
        await Page.Keyboard.PressAsync("Enter");
        await Answer.WaitForAsync();
        await FocusIsAsync("answer-title");
    }

    [SkippableFact]
    public async Task A_phone_offers_its_camera_and_a_desktop_does_not()
    {
        await OpenAsync(Screen.Phone);
        Assert.True(await Page.GetByText("Take a photo").IsVisibleAsync());
        Assert.Equal("environment", await Page.Locator("#camera").GetAttributeAsync("capture"));
        await Page.Locator("#camera").SetInputFilesAsync(Photos.Drawing);
        await AskButton.WaitForAsync();
        await using var desktop = await Context.Browser!.NewContextAsync();
        var page = await desktop.NewPageAsync();
        await page.GotoAsync(Server.Address);
        Assert.False(await page.GetByText("Take a photo").IsVisibleAsync());
    }

    [SkippableTheory]
    [InlineData("drop", "dataTransfer")]
    [InlineData("paste", "clipboardData")]
    public async Task A_dropped_or_pasted_photo_is_taken(string kind, string property)
    {
        await OpenAsync();
        await Page.EvaluateAsync(
            """
            ([kind, property, base64]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt())], 'mine.jpg', { type: 'image/jpeg' }));
              const Kind = kind === 'drop' ? DragEvent : ClipboardEvent;
              document.body.dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, [property]: transfer }));
            }
            """,
            new[] { kind, property, Convert.ToBase64String(Photos.Drawing.Buffer) });
        await AskButton.WaitForAsync();
    }

    [SkippableFact]
    public async Task While_the_upload_runs_the_bar_stands_between_nothing_and_all_and_then_the_network_looks()
    {
        var (read, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        Server.OnPrediction = async context =>
        {
            await read.Task;
            await context.Request.Body.CopyToAsync(Stream.Null);
            await answer.Task;
            await Reply.JsonAsync(context, Answers.Sure());
        };
        await OpenAsync();
        await ChooseAsync(Photos.Named("large.jpg", "image/jpeg", [.. Photos.Drawing.Buffer, .. new byte[20_000_000]]));
        await AskButton.ClickAsync();
        await Page.Locator("#progress[value]:not([value='0'])").WaitForAsync();
        Assert.InRange(await Page.EvaluateAsync<double>("document.getElementById('progress').value"), 0.001, 0.999);
        Assert.Equal("true", await Page.Locator("#photo").GetAttributeAsync("aria-busy"));
        read.SetResult();
        await Page.GetByLabel("The network looks at it").WaitForAsync();
        Assert.Equal(-1, await Page.EvaluateAsync<double>("document.getElementById('progress').position"));
        answer.SetResult();
        await Answer.WaitForAsync();
        Assert.Equal("false", await Page.Locator("#photo").GetAttributeAsync("aria-busy"));
    }

    [SkippableFact]
    public async Task Cancelling_tells_the_service_and_leads_back_to_the_photo()
    {
        var left = new TaskCompletionSource();
        Server.OnPrediction = async context =>
        {
            using var registration = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        };
        await OpenAsync(Screen.Phone);
        await ChooseAsync(Photos.Drawing);
        await AskButton.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await left.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await FocusIsAsync("ask");
        Assert.Equal("Cancelled.", await Page.Locator("#say").TextContentAsync());
        Assert.False(await Problem.IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Another_photo_takes_the_answer_away()
    {
        await OpenAsync();
        await AskAsync();
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Another photo" }).ClickAsync());
        await chooser.SetFilesAsync(Photos.Plain(60, 40, (200, 150, 130)));
        await AskButton.WaitForAsync();
        Assert.False(await Answer.IsVisibleAsync());
        Assert.False(await Page.Locator("#condition").IsVisibleAsync());
        Assert.False(await Page.Locator("#heat").IsVisibleAsync());
        Assert.Contains("60 × 40 pixels", await Page.Locator("figcaption").TextContentAsync());
    }
}
