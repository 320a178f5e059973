using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class ErrorTests(Browser browser) : PageTest(browser)
{
    [SkippableTheory]
    [InlineData(408, "", "The photo took too long to arrive. A smaller photo or a better connection helps.")]
    [InlineData(503, "", "The service is not ready or about to stop. Try again in a minute.")]
    [InlineData(500, "NullReferenceException", "Something went wrong in the service. Try again.")]
    public async Task A_failure_is_one_sentence_that_is_announced_and_can_be_tried_again(int status, string detail, string sentence)
    {
        Assert.Equal(sentence, await RefusedAsync(status, detail));
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Sure());
        await FocusIsAsync("retry");
        await Page.Keyboard.PressAsync("Enter");
        await Answer.WaitForAsync();
        Assert.False(await Problem.IsVisibleAsync());
    }

    [SkippableTheory]
    [InlineData(413, "A photo may have 10 MB.", "This photo is too large for the service. Send a smaller copy of it.")]
    [InlineData(415, "This is a GIF; send a JPEG or PNG.", "This is a GIF; send a JPEG or PNG.")]
    [InlineData(422, "The photo is cut short.", "The photo is cut short.")]
    [InlineData(422, "", "The service cannot read this photo. Try another one.")]
    public async Task A_photo_that_would_be_refused_again_leads_to_another_one(int status, string detail, string sentence)
    {
        Assert.Equal(sentence, await RefusedAsync(status, detail));
        Assert.False(await Page.Locator("#retry").IsVisibleAsync());
        await FocusIsAsync("other");
    }

    [SkippableFact]
    public async Task A_full_queue_asks_to_wait_as_long_as_the_service_says_and_then_offers_a_retry()
    {
        await OpenAsync(change: options => options.ReducedMotion = ReducedMotion.Reduce);
        await Page.Clock.InstallAsync();
        Server.OnPrediction = Reply.Problem(429, "The queue is full.", retryAfter: "7");
        await ChooseAsync(Photos.Drawing);
        await AskButton.ClickAsync();
        await Problem.WaitForAsync();
        Assert.Equal("Many photos are waiting for the network. Wait 7 seconds, then try again.", await Problem.Locator("p").TextContentAsync());
        var retry = Problem.GetByRole(AriaRole.Button);
        Assert.True(await retry.IsDisabledAsync());
        await Page.Clock.RunForAsync(4_000);
        Assert.Equal("Try again in 3 s", await retry.TextContentAsync());
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Sure());
        await Page.Clock.RunForAsync(3_000);
        await FocusIsAsync("retry");
        await retry.ClickAsync();
        await Answer.WaitForAsync();
    }

    [SkippableFact]
    public async Task An_answer_that_is_no_json_is_an_error_of_the_service()
    {
        Server.OnPrediction = context => { context.Response.StatusCode = 200; return Task.CompletedTask; };
        await OpenAsync();
        await ChooseAsync(Photos.Drawing);
        await AskButton.ClickAsync();
        await Page.GetByText("Something went wrong in the service.").WaitForAsync();
    }

    [SkippableFact]
    public async Task Without_a_connection_the_page_says_that_the_device_is_offline()
    {
        await OpenAsync();
        await ChooseAsync(Photos.Drawing);
        await AskButton.WaitForAsync();
        await Context.SetOfflineAsync(true);
        await AskButton.ClickAsync();
        await Page.GetByText("This device is offline.").WaitForAsync();
        await Context.SetOfflineAsync(false);
        await Problem.GetByRole(AriaRole.Button).ClickAsync();
        await Answer.WaitForAsync();
    }

    [SkippableFact]
    public async Task A_connection_that_breaks_under_a_large_photo_suggests_a_smaller_one()
    {
        Server.OnPrediction = context => { context.Abort(); return Task.CompletedTask; };
        await OpenAsync();
        await ChooseAsync(Photos.Named("large.jpg", "image/jpeg", [.. Photos.Drawing.Buffer, .. new byte[9_000_000]]));
        await AskButton.ClickAsync();
        await Page.GetByText("A smaller copy of it may get through.").WaitForAsync();
    }

    [SkippableTheory]
    [InlineData("notes.txt", "text/plain", "words", "This is not a JPEG or PNG photo.")]
    [InlineData("empty.jpg", "image/jpeg", "", "This file is empty.")]
    [InlineData("damaged.jpg", "image/jpeg", "no photo at all", "This file does not open as a photo.")]
    public async Task A_file_that_is_no_photo_is_refused_before_it_is_sent(string name, string type, string content, string sentence)
    {
        var asked = false;
        Server.OnPrediction = context => { asked = true; return Reply.JsonAsync(context, Answers.Sure()); };
        await OpenAsync();
        await Page.Locator("#file").SetInputFilesAsync(Photos.Named(name, type, System.Text.Encoding.ASCII.GetBytes(content)));
        await Problem.WaitForAsync();
        Assert.StartsWith(sentence, await Problem.Locator("p").TextContentAsync());
        Assert.False(await Problem.GetByRole(AriaRole.Button).IsVisibleAsync());
        await FocusIsAsync("file");
        Assert.False(asked);
    }

    async Task<string?> RefusedAsync(int status, string detail)
    {
        Server.OnPrediction = Reply.Problem(status, detail);
        await OpenAsync(Screen.Phone);
        await ChooseAsync(Photos.Drawing);
        await AskButton.ClickAsync();
        await Problem.WaitForAsync();
        return await Page.GetByRole(AriaRole.Alert).Locator("p").TextContentAsync();
    }
}
