using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Derma.Service.Tests;

public class HtmlReportTests
{
    static IHtmlDocument Page(Report report) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(HtmlReport.Of(report));

    [Fact]
    public void The_page_says_everything_that_is_known()
    {
        var text = Page(Reports.Of(warnings: Reports.Warnings)).Body!.TextContent;
        var condition = ConditionTexts.Default.Find("Melanoma")!;
        string[] expected =
        [
            "Melanoma", "Confidence 73.1 %", "4 March 2026, 05:06 UTC", "0.7 %", Report.Disclaimer, condition.Description, .. condition.NextSteps, .. condition.Treatments,
            .. condition.Prevention, .. condition.DailyLife, .. condition.Sources, .. Reports.Warnings.Select(warning => warning.Text), "Built-in drawings",
            "trained on drawings, not on photos of patients", "efficientnet_b3: Moles", "8f0c21d7a4", "not reviewed by a doctor",
        ];
        Assert.All(expected, part => Assert.Contains(part, text));
    }

    [Theory]
    [InlineData(AnswerPolicy.Single, null, "one network")]
    [InlineData(AnswerPolicy.Vote, null, "a vote of several networks")]
    [InlineData(AnswerPolicy.Distilled, "mobilenet_v3_small", "a small network that learnt from a vote")]
    [InlineData(AnswerPolicy.Cascade, "mobilenet_v3_large", "mobilenet_v3_large alone, whose confidence reached 83.0 %")]
    [InlineData(AnswerPolicy.Cascade, null, "the vote, since mobilenet_v3_large alone was less sure than 83.0 %")]
    public void It_says_who_answered(AnswerPolicy policy, string? by, string words)
    {
        var report = Reports.Of();
        report = report with
        {
            Answer = report.Answer with { Policy = policy, By = by },
            Model = report.Model with { Cascade = new("mobilenet_v3_large", "mobilenet_v3_large.onnx", 0.83, 0.6) },
        };
        Assert.Equal(words, Page(report).QuerySelectorAll("dt").Single(term => term.TextContent == "Answered by").NextElementSibling!.TextContent);
    }

    [Fact]
    public void It_has_a_language_a_title_and_headings_in_order()
    {
        var page = Page(Reports.Of());
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Skin photo report: Melanoma", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        var levels = page.QuerySelectorAll("h1,h2,h3").Select(heading => heading.LocalName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
    }

    [Fact]
    public void Both_pictures_are_inside_the_page_and_described()
    {
        var pictures = Page(Reports.Of()).QuerySelectorAll("img");
        Assert.Equal(2, pictures.Length);
        Assert.All(pictures, picture => Assert.StartsWith("data:image/jpeg;base64,/9j/", picture.GetAttribute("src")));
        Assert.Contains("most in the lower right", pictures[1].GetAttribute("alt"));
    }

    [Fact]
    public void It_runs_nothing_and_loads_nothing()
    {
        var page = Page(Reports.Of());
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Contains("prefers-color-scheme:dark", page.QuerySelector("style")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script,link,iframe,object,form,[onclick],[onload],[onerror]"));
        Assert.All(page.QuerySelectorAll("[src],[href]"), element => Assert.StartsWith("data:", element.GetAttribute("src") ?? element.GetAttribute("href")));
        Assert.DoesNotContain("http:", page.DocumentElement.OuterHtml);
        Assert.DoesNotContain("https:", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public void Names_that_look_like_markup_stay_text()
    {
        const string evil = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
        var report = Reports.Of(evil, warnings: [new PhotoWarning("x", evil)]);
        var page = Page(report with
        {
            Id = evil,
            Model = report.Model with { Title = evil, Id = evil, Run = evil, TrainedOn = evil, LibraryVersion = evil },
            Answer = report.Answer with { Members = new Dictionary<string, string> { [evil] = evil } },
            Condition = new ConditionText { Title = evil, Labels = [evil], Description = evil, Treatments = [evil], NextSteps = [evil], Prevention = [evil], DailyLife = [evil], Sources = [evil] },
        });
        Assert.Empty(page.QuerySelectorAll("script,[onerror]"));
        Assert.Equal(2, page.QuerySelectorAll("img").Length);
        Assert.Equal(evil, page.QuerySelector("#answer")!.TextContent);
        Assert.Contains(evil, page.QuerySelectorAll("li").Select(item => item.TextContent));
    }

    [Fact]
    public void Bars_are_as_long_as_the_probabilities() =>
        Assert.Equal(["width:73.1%", "width:14.2%", "width:6%", "width:4%", "width:2%"], Page(Reports.Of()).QuerySelectorAll("table")[0].QuerySelectorAll("i").Select(bar => bar.GetAttribute("style")));

    [Fact]
    public void Without_a_text_about_the_condition_it_sends_people_to_a_doctor() =>
        Assert.Contains("Nothing is written about Freckles. Ask a doctor.", Page(Reports.Of("Freckles")).Body!.TextContent);

    [Fact]
    public void A_photo_that_is_none_is_refused() => Assert.Throws<UserError>(() => HtmlReport.Of(Reports.Of() with { Photo = "no picture"u8.ToArray() }));

    [Theory]
    [InlineData(0, "the upper left"), InlineData(3, "the upper middle"), InlineData(6, "the upper right"), InlineData(24, "the middle"), InlineData(21, "the left"), InlineData(27, "the right")]
    [InlineData(48, "the lower right"), InlineData(45, "the lower middle"), InlineData(42, "the lower left")]
    public void A_heat_map_is_put_into_words(int cell, string place)
    {
        var values = new float[49];
        values[cell] = 1;
        Assert.Equal(place, HeatMapPlace.Of(new HeatMapGrid(7, 7, values, Exact: false)));
    }
}
