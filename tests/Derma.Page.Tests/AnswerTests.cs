using System.Text.Json.Nodes;
using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class AnswerTests(Browser browser) : PageTest(browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_sure_answer_has_its_title_its_confidence_in_number_and_words_and_is_announced(Screen screen)
    {
        await OpenAsync(screen);
        await AskAsync();
        Assert.Equal("Melanoma", await Answer.GetByRole(AriaRole.Heading, new() { Level = 2 }).TextContentAsync());
        Assert.Equal("83\u00a0% fairly sure", await Answer.Locator(".confidence").TextContentAsync());
        Assert.Equal("Answer: Melanoma, 83\u00a0%, fairly sure.", await Page.GetByRole(AriaRole.Status).First.TextContentAsync());
    }

    [SkippableFact]
    public async Task An_answer_below_the_threshold_is_headed_not_sure()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.NotSure());
        await OpenAsync();
        await AskAsync();
        Assert.Equal("Not sure", await Answer.GetByRole(AriaRole.Heading, new() { Level = 2 }).TextContentAsync());
        Assert.Equal("31\u00a0% for Melanoma, the likeliest: too little to call it an answer", await Answer.Locator(".confidence").TextContentAsync());
    }

    [SkippableFact]
    public async Task Five_bars_are_seen_and_the_other_classes_unfold()
    {
        await OpenAsync();
        await AskAsync();
        Assert.Equal(
            ["Melanoma83\u00a0%", "Moles9\u00a0%", "Seborrheic keratosis4\u00a0%", "Basal cell carcinoma2\u00a0%", "Actinic keratosis1\u00a0%"],
            await Answer.Locator("> .bars li").AllTextContentsAsync());
        var ratio = await Page.EvaluateAsync<double>("(([first, second]) => first.offsetWidth / second.offsetWidth)([...document.querySelectorAll('#answer > .bars i')])");
        Assert.InRange(ratio, 0.834 / 0.09 * 0.95, 0.834 / 0.09 * 1.05);
        Assert.False(await Answer.GetByText("Warts").IsVisibleAsync());
        await Answer.GetByText("All 7 classes").ClickAsync();
        Assert.True(await Answer.GetByText("Warts").IsVisibleAsync());
        Assert.Equal(["Warts<\u00a01\u00a0%", "Acne<\u00a01\u00a0%"], await Answer.Locator("details li").AllTextContentsAsync());
    }

    [SkippableFact]
    public async Task Each_network_has_a_row_with_its_weight_and_one_that_differs_says_so()
    {
        await OpenAsync();
        await AskAsync();
        Assert.Equal(
            ["MobileNetV3 (large)Melanoma0.4", "DenseNet121Moles differs0.3", "EfficientNet-B3Melanoma0.3"],
            await Answer.Locator("tbody tr").AllTextContentsAsync());
    }

    [SkippableFact]
    public async Task Warnings_about_the_photo_are_listed()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Warned());
        await OpenAsync(Screen.Phone);
        await AskAsync();
        Assert.Equal(
            ["The photo is blurred: hold the camera still and closer.", "The photo is dark: use daylight."],
            await Answer.Locator(".warnings li").AllTextContentsAsync());
    }

    [SkippableFact]
    public async Task A_model_of_drawings_is_said_to_know_nothing_of_real_skin_and_a_model_of_photos_is_not()
    {
        await OpenAsync();
        Assert.True(await Page.GetByText("Not for diagnosis. If your skin worries you, see a doctor.").IsVisibleAsync());
        await AskAsync();
        Assert.True(await Page.GetByText("it knows nothing of real skin").IsVisibleAsync());
        Assert.True(await Answer.GetByText("What it says about a real photo means nothing.").IsVisibleAsync());
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Bare());
        await Page.ReloadAsync();
        await AskAsync();
        Assert.False(await Page.GetByText("it knows nothing of real skin").IsVisibleAsync());
        Assert.Equal(0, await Answer.GetByText("What it says about a real photo means nothing.").CountAsync());
    }

    [SkippableFact]
    public async Task The_page_says_that_photos_are_not_kept_and_the_opposite_where_they_are()
    {
        await OpenAsync();
        Assert.True(await Page.GetByText("Photos are not kept").IsVisibleAsync());
        Server.Health = new JsonObject { ["status"] = "ok", ["keepsPhotos"] = true };
        await Page.ReloadAsync();
        await Page.GetByText("This service was started to keep photos").WaitForAsync();
        Assert.Equal(0, await Page.GetByText("Photos are not kept").CountAsync());
    }

    [SkippableFact]
    public async Task What_is_known_on_the_condition_unfolds()
    {
        await OpenAsync();
        await AskAsync();
        var condition = Page.Locator("#condition");
        Assert.Equal("About melanoma", await condition.GetByRole(AriaRole.Heading).TextContentAsync());
        Assert.True(await condition.GetByText("Show it to a doctor within days.").IsVisibleAsync());
        foreach (var (fold, text) in new[]
                 {
                     ("Usual treatments", "Surgery that removes it"), ("Prevention", "Shade, clothes and sunscreen."),
                     ("Daily life", "Look at your skin once a month."), ("Sources", "World Health Organization"),
                 })
        {
            Assert.False(await condition.GetByText(text).IsVisibleAsync());
            await condition.GetByText(fold).ClickAsync();
            Assert.True(await condition.GetByText(text).IsVisibleAsync());
        }
    }

    [SkippableFact]
    public async Task Without_a_vote_a_heat_map_or_a_text_the_page_leaves_them_out()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Bare());
        await OpenAsync();
        await AskAsync();
        Assert.Equal(0, await Answer.Locator("table").CountAsync());
        Assert.False(await Page.Locator("#condition").IsVisibleAsync());
        Assert.False(await Page.Locator("#overlay").IsVisibleAsync());
        Assert.True(await Page.GetByText("cannot tell which parts of the photo").IsVisibleAsync());
    }

    [SkippableTheory]
    [InlineData("pdf", "%PDF-1.7 report")]
    [InlineData("html", "<!doctype html><title>Report</title>")]
    public async Task A_report_is_saved_as_a_file(string format, string content)
    {
        await OpenAsync();
        await AskAsync();
        var link = Page.GetByRole(AriaRole.Link, new() { Name = $"Report as {format.ToUpperInvariant()}" });
        Assert.Equal($"/api/predictions/8f0c2d/report?format={format}", await link.GetAttributeAsync("href"));
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal($"derma-report-8f0c2d.{format}", download.SuggestedFilename);
        Assert.Equal(content, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [SkippableFact]
    public async Task A_report_that_is_gone_is_said_to_be_gone()
    {
        Server.OnReport = Reply.Problem(404);
        await OpenAsync();
        await AskAsync();
        await Page.GetByText("Report as PDF").ClickAsync();
        await Page.GetByText("The service no longer holds this report.").WaitForAsync();
    }

    [SkippableFact]
    public async Task Text_of_the_service_is_never_taken_for_markup()
    {
        const string Markup = "<img src=x onerror=alert(1)>";
        Server.OnPrediction = context =>
        {
            var answer = Answers.Sure();
            foreach (var part in new[] { answer, answer["classes"]![0]!.AsObject(), answer["condition"]!.AsObject() }) part["title"] = Markup;
            return Reply.JsonAsync(context, answer);
        };
        await OpenAsync();
        await AskAsync();
        Assert.Equal(Markup, await Page.Locator("#answer-title").TextContentAsync());
        Assert.Equal(0, await Page.Locator("#answer img, #condition img").CountAsync());
    }
}
