using System.Globalization;
using System.Text.RegularExpressions;

namespace Derma.Service.Tests;

public class PdfReportTests
{
    static byte[] Pdf(Report report)
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        return PdfReport.Of(report);
    }

    // Reading order is the reader's business; words are not.
    static string Words(byte[] pdf) => Regex.Replace(Poppler.Text(pdf, "-raw"), @"\s+", " ");

    [SkippableFact]
    public void The_page_says_answer_confidence_condition_model_and_that_it_is_no_diagnosis()
    {
        var words = Words(Pdf(Reports.Of()));
        var condition = ConditionTexts.Default.Find("Melanoma")!;
        string[] expected =
        [
            "Melanoma", "Confidence 73.1 %", "4 March 2026, 05:06 UTC", "Seborrheic Keratosis", "14.2 %", Report.Disclaimer, condition.Description,
            .. condition.NextSteps, .. condition.Treatments, .. condition.Prevention, .. condition.DailyLife, .. condition.Sources,
            "most in the lower right", "Trained on: Built-in drawings", "trained on drawings, not on photos of patients", "densenet121: Melanoma", "8f0c21d7a4", "not reviewed by a doctor",
        ];
        Assert.All(expected, text => Assert.Contains(text, words));
    }

    [SkippableFact]
    public void An_unsure_answer_says_so_and_names_the_likeliest()
    {
        var words = Words(Pdf(Reports.Of(sure: false)));
        Assert.Contains("Not sure", words);
        Assert.Contains("The likeliest is Melanoma with 73.1 %", words);
        Assert.DoesNotContain("Confidence", words);
    }

    [SkippableFact]
    public void A_model_of_real_photos_is_not_called_one_of_drawings() =>
        Assert.DoesNotContain("trained on drawings", Words(Pdf(Reports.Of(synthetic: false))));

    [SkippableFact]
    public void Warnings_about_the_photo_are_shown() =>
        Assert.All(Reports.Warnings, warning => Assert.Contains(warning.Text, Words(Pdf(Reports.Of(warnings: Reports.Warnings)))));

    [SkippableFact]
    public void Photo_and_overlay_are_on_the_page_in_their_colours()
    {
        var pdf = Pdf(Reports.Of());
        Assert.Equal(["120", "120"], Poppler.Images(pdf).Select(picture => picture[3]));
        Assert.Contains("jpeg", Poppler.Images(pdf).Select(picture => picture[8])); // the photo goes in as the file that it is
        var (_, _, rgb) = Poppler.Page(pdf);
        var blue = Enumerable.Range(0, rgb.Length / 3).Count(i => Math.Abs(rgb[i * 3] - 20) < 12 && Math.Abs(rgb[i * 3 + 1] - 40) < 12 && Math.Abs(rgb[i * 3 + 2] - 220) < 12);
        Assert.InRange(blue, 132 * 99, 2 * 132 * 99); // the photo is 132 x 99 points, and the overlay keeps some of it
    }

    [Fact]
    public void A_report_is_small_enough_to_mail()
    {
        Assert.InRange(PdfReport.Of(Reports.Of(warnings: Reports.Warnings)).Length, 10_000, 150_000);
    }

    [SkippableFact]
    public void Without_a_heat_map_there_is_one_picture()
    {
        var report = Reports.Of();
        Assert.Single(Poppler.Images(Pdf(report with { Answer = report.Answer with { HeatMap = null } })));
    }

    public static TheoryData<string> Labels => [.. ConditionTexts.Default.All.Select(text => text.Labels[0])];

    [SkippableTheory, MemberData(nameof(Labels))]
    public void Every_condition_fits_on_one_page_whole_with_all_warnings(string label)
    {
        var words = AssertInside(Pdf(Reports.Of(label, warnings: Reports.Warnings)));
        Assert.DoesNotContain("HTML", words);
    }

    [SkippableFact]
    public void Texts_that_are_too_long_are_cut_and_say_so()
    {
        var lines = Enumerable.Range(0, 60).Select(i => $"{i} " + string.Concat(Enumerable.Repeat("words ", 20))).ToArray();
        var report = Reports.Of(new string('W', 300), warnings: [.. Reports.Warnings, .. Reports.Warnings]);
        var pdf = Pdf(report with
        {
            Condition = ConditionTexts.Default.Find("Melanoma")! with { Title = new string('x', 900), Description = new string('y', 5000), NextSteps = lines, Prevention = lines, Sources = lines },
        });
        AssertInside(pdf);
        Assert.Contains("The HTML report has the rest", Words(pdf));
        Assert.Contains(Report.Disclaimer, Words(pdf));
    }

    [SkippableFact]
    public void Signs_that_are_no_letters_do_no_harm()
    {
        var report = Reports.Of();
        var odd = report.Answer.Best with { Title = "Akné <b>&amp; \0\u0007 مرض 病 \ud800 (x)\\" };
        AssertInside(Pdf(report with { Answer = report.Answer with { Classes = [odd, .. report.Answer.Classes.Skip(1)] } }));
    }

    [SkippableFact]
    public void The_document_is_described()
    {
        var info = Poppler.Info(Pdf(Reports.Of()));
        Assert.Matches("(?m)^Title: +Skin photo report: Melanoma$", info);
        Assert.Contains(Report.Disclaimer, info);
        Assert.Matches(@"Page size: .*\(A4\)", info);
    }

    // Returns the words.
    static IEnumerable<string> AssertInside(byte[] pdf)
    {
        var page = Poppler.Text(pdf, "-bbox");
        Assert.Single(Regex.Matches(page, "<page "));
        var found = Regex.Matches(page, "<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">([^<]*)");
        var boxes = found.Select(match => match.Groups.Values.Skip(1).Take(4).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.True(box[0] > 30 && box[1] > 20 && box[2] < 565 && box[3] < 822, $"A word lies at {string.Join(' ', box)}."));
        AssertApart(boxes);
        return found.Select(match => match.Groups[5].Value);
    }

    // No word lies on another one.
    static void AssertApart(double[][] boxes)
    {
        for (var i = 0; i < boxes.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var across = Math.Min(boxes[i][2], boxes[j][2]) - Math.Max(boxes[i][0], boxes[j][0]);
                var down = Math.Min(boxes[i][3], boxes[j][3]) - Math.Max(boxes[i][1], boxes[j][1]);
                Assert.False(across > 1 && down > 3, $"Words overlap at {string.Join(' ', boxes[i])} and {string.Join(' ', boxes[j])}.");
            }
    }
}
