using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Derma.Page.Tests.Support;

namespace Derma.Page.Tests;

/// <summary>Every page of a notebook site as set-up with npm writes it; <c>DERMA_SITE=runs/site</c> checks that of a run.</summary>
[Collection(Browser.Name)]
public class NotebookSiteTests(Browser browser, NotebookSite site) : SitePagesTests(browser, site), IClassFixture<NotebookSite>
{
    [SkippableFact]
    public void Nothing_stands_as_text_that_a_script_draws()
    {
        Tools.Require(Site.HasScripts, "node_modules lacks mermaid and temml: npm ci --ignore-scripts");
        Assert.All(Site.Pages, page => Assert.DoesNotContain("class=\"undrawn\"", File.ReadAllText(page)));
    }
}

/// <summary>The same pages as they are where npm is not.</summary>
[Collection(Browser.Name)]
public class SiteWithoutNpmTests(Browser browser, SiteWithoutNpm site) : SitePagesTests(browser, site), IClassFixture<SiteWithoutNpm>
{
    [Fact]
    public void Diagrams_and_formulas_are_there_to_read_and_a_line_says_why()
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Site.Folder, "01-everything.html")));
        Assert.StartsWith("On this page diagrams and formulas stand as text", Assert.Single(page.QuerySelectorAll(".undrawn")).TextContent);
        Assert.Equal("graph LR; photo-->network; network-->answer", page.QuerySelector("pre.mermaid")!.TextContent);
        Assert.Contains(@"\frac{1}{N}\sum_{i=1}^{N}", page.QuerySelector("div.math")!.TextContent);
        Assert.DoesNotContain(page.Scripts, script => script.Source is { } source && source != "assets/site.js" && source != "assets/plotly.min.js");
    }
}

/// <summary>What holds for every site.</summary>
public abstract partial class SitePagesTests(Browser browser, NotebookSite site)
{
    const int LargestBytes = 300_000;

    protected NotebookSite Site { get; } = site;

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Every_page_draws_all_it_has_fits_asks_no_network_and_has_no_serious_finding(Screen screen)
    {
        await using var context = await browser.NewContextAsync(screen.Options());
        var findings = new List<string>();
        foreach (var page in Site.Pages) findings.AddRange(await SiteVisit.FindingsAsync(context, page));
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [SkippableFact]
    public async Task Every_page_is_valid_html() => Assert.Empty(await HtmlValidator.FindingsAsync(Site.Pages));

    [Fact]
    public void Every_page_without_its_data_is_small() => Assert.All(Site.Pages, page =>
        Assert.InRange(Data().Replace(File.ReadAllText(page), "").Length + Asset("style.css").Length + Asset("site.js").Length, 1, LargestBytes));

    [Fact]
    public void Every_exercise_that_checks_itself_is_open_on_its_page_and_right_on_the_page_of_solutions()
    {
        var checks = Site.Pages.SelectMany(page => new HtmlParser().ParseDocument(File.ReadAllText(page)).QuerySelectorAll(".dw-check")
            .Select(check => (Page: Path.GetFileName(page), Check: check))).ToList();
        Assert.NotEmpty(checks);
        Assert.All(checks, item => Assert.True(
            item.Check.ClassList.Contains(item.Page.StartsWith("solutions-", StringComparison.Ordinal) ? "dw-right" : "dw-open"),
            $"{item.Page}: {item.Check.TextContent}"));
    }

    [Fact]
    public void Every_link_within_the_site_leads_to_a_place_that_is_there()
    {
        var pages = Site.Pages.ToDictionary(page => Path.GetFileName(page), page => new HtmlParser().ParseDocument(File.ReadAllText(page)));
        var links = pages.SelectMany(page => page.Value.QuerySelectorAll("a[href]").Select(link => (Page: page.Key, Target: link.GetAttribute("href")!)));
        Assert.All(links.Where(link => !link.Target.Contains(':')), link =>
        {
            var (file, place) = (link.Target.Split('#')[0], link.Target.Split('#').ElementAtOrDefault(1));
            Assert.True(file.Length == 0 || File.Exists(Path.Combine(Site.Folder, file)), $"{link.Page}: {link.Target}");
            if (place is not null) Assert.NotNull(pages[file.Length == 0 ? link.Page : file].GetElementById(Uri.UnescapeDataString(place)));
        });
    }

    string Asset(string name) => File.ReadAllText(Path.Combine(Site.Folder, "assets", name));

    /// <summary>Pictures, and the figures that plotly draws.</summary>
    [GeneratedRegex("""data:image/[^"]+|<script type="application/json">[\s\S]*?</script>|var figure = .*""")]
    private static partial Regex Data();
}
