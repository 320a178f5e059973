using Derma.Page.Tests.Support;
using Samples = Derma.Service.Tests.Reports;

namespace Derma.Page.Tests;

/// <summary>The service's page and its reports through the validator; a report also through axe-core.</summary>
[Collection(Browser.Name)]
public sealed class HtmlTests(Browser browser) : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task The_page_of_the_service_is_valid_html()
    {
        using var reader = new StreamReader(PageServer.Open("index.html")!);
        Assert.Empty(await HtmlValidator.FindingsAsync([Saved("index.html", reader.ReadToEnd())]));
    }

    [SkippableFact]
    public async Task Reports_are_valid_html() => Assert.Empty(await HtmlValidator.FindingsAsync(
        [Saved("sure.html", HtmlReport.Of(Samples.Of())), Saved("warned.html", HtmlReport.Of(Samples.Of("Unknown_Rash", sure: false, warnings: Samples.Warnings)))]));

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_card_is_valid_html_fits_and_has_no_serious_finding(Screen screen)
    {
        var wide = new CardSection("Results", ["Sentences."]) { Header = [.. Enumerable.Range(0, 12).Select(i => $"Column {i}")], Rows = [[.. Enumerable.Range(0, 12).Select(i => $"value {i}")]] };
        var card = Saved("card.html", CardText.Page(new Card("run", "A <network>", "Not for diagnosis.", "MIT", [wide, new("Limits", ["One."])]), "model card"));
        Assert.Empty(await HtmlValidator.FindingsAsync([card]));
        await using var context = await browser.NewContextAsync(screen.Options());
        Assert.Empty(await SiteVisit.FindingsAsync(context, card));
    }

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_report_fits_asks_no_network_and_has_no_serious_finding(Screen screen)
    {
        await using var context = await browser.NewContextAsync(screen.Options());
        Assert.Empty(await SiteVisit.FindingsAsync(context, Saved("report.html", HtmlReport.Of(Samples.Of(warnings: Samples.Warnings)))));
    }

    string Saved(string name, string html)
    {
        File.WriteAllText(folder.File(name), html);
        return folder.File(name);
    }
}
