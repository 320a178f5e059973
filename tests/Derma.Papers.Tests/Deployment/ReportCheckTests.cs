using System.Text;
using System.Text.Json;

namespace Derma.Papers.Tests;

public class ReportCheckTests
{
    const string Page = """
        <title>Report</title><style>p { width: 50% }</style><h1>Melanoma</h1><p>confidence <b>73.2&nbsp;%</b></p>
        <table><tr><th>Melanoma</th><td>73.2 %</td></tr><tr><th>Moles &amp; more</th><td>20.1 %</td></tr></table>
        <ul><li>See a dermatologist
        this week.</li><li>Surgery.</li><li>Shade.</li><li>Check your skin.</li></ul>
        """;

    static readonly PredictionBody Answer = JsonSerializer.Deserialize<PredictionBody>("""
        { "title": "Melanoma", "classes": [ { "title": "Melanoma", "probability": 0.7321 }, { "title": "Moles & more", "probability": 0.2009 }, { "title": "Acne", "probability": 0.067 } ],
          "condition": { "nextSteps": ["See a dermatologist this week."], "treatments": ["Surgery."], "prevention": ["Shade."], "dailyLife": ["Check your skin."] } }
        """, JsonSerializerOptions.Web)!;

    static ServiceReply Pdf(string body = "%PDF-1.7 …", string disposition = "attachment; filename=report.pdf") => new(200, "application/pdf", disposition, ServerTiming.None, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void A_report_that_says_what_the_answer_said_has_all_parts()
    {
        var check = ReportCheck.Of(Answer, Page, Pdf());
        Assert.Equal((3, 3, true, true), (check.Parts, check.Recommendations, check.Agrees, check.Downloadable));
    }

    [Fact]
    public void A_percentage_that_is_not_the_answers_is_named()
    {
        var check = ReportCheck.Of(Answer, Page.Replace("20.1 %", "21.1 %"), Pdf());
        Assert.Equal("Moles & more", Assert.Single(check.Wrong));
        Assert.False(check.Agrees);
    }

    [Fact]
    public void Another_class_is_no_agreement() => Assert.False(ReportCheck.Of(Answer, Page.Replace("Melanoma", "Acne"), Pdf()).Agrees);

    [Theory]
    [InlineData("this week.")]
    [InlineData("Surgery.")]
    [InlineData("Shade.")]
    [InlineData("Check your skin.")]
    public void A_part_that_is_missing_is_missed(string text)
    {
        var check = ReportCheck.Of(Answer, Page.Replace(text, ""), Pdf());
        Assert.Equal(5, check.Parts + check.Recommendations);
    }

    [Fact]
    public void A_file_that_is_no_PDF_or_has_no_name_is_no_download()
    {
        Assert.False(ReportCheck.Of(Answer, Page, Pdf(body: "<html>")).Downloadable);
        Assert.False(ReportCheck.Of(Answer, Page, Pdf(disposition: "")).Downloadable);
    }
}
