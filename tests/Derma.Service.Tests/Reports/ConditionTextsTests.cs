namespace Derma.Service.Tests;

public class ConditionTextsTests
{
    public static TheoryData<string> Labels =>
    [
        .. Catalog.Default.Entries.SelectMany(entry => entry.Classes).Select(item => item.Folder)
            .Concat(Conditions22.Recipe.Conditions.Concat(Conditions13.Recipe.Conditions).Select(condition => condition.Name)).Distinct(),
    ];

    public static TheoryData<string> Titles => [.. ConditionTexts.Default.All.Select(text => text.Title)];

    [Theory, MemberData(nameof(Labels))]
    public void Every_class_of_every_data_set_has_a_text(string label) => Assert.Contains(label, ConditionTexts.Default.Find(label)!.Labels);

    [Theory, MemberData(nameof(Titles))]
    public void Every_text_has_all_its_parts(string title)
    {
        var text = ConditionTexts.Default.All.Single(text => text.Title == title);
        Assert.InRange(text.Description.Split(". ").Length, 2, 4);
        Assert.All([text.Treatments, text.NextSteps, text.Prevention, text.DailyLife, text.Sources], part =>
        {
            Assert.NotEmpty(part);
            Assert.All(part, line => Assert.False(string.IsNullOrWhiteSpace(line)));
        });
        Assert.All(text.Sources, source => Assert.Matches("^(NHS|DermNet|American Academy of Dermatology|British Association of Dermatologists|World Health Organization): .", source));
    }

    [Theory, InlineData("Melanoma"), InlineData("mel"), InlineData("SkinCancer"), InlineData("Melanoma Skin Cancer Nevi and Moles")]
    public void Where_it_may_be_a_melanoma_the_next_step_is_a_doctor_within_days(string label)
    {
        var steps = string.Join(' ', ConditionTexts.Default.Find(label)!.NextSteps);
        Assert.Contains("within days", steps);
        Assert.Matches("doctor|dermatologist", steps);
    }

    [Fact]
    public void Folders_may_be_spelt_as_people_like() =>
        Assert.Same(ConditionTexts.Default.Find("Basal_Cell_Carcinoma"), ConditionTexts.Default.Find("basal cell-carcinoma"));

    [Fact]
    public void An_unknown_class_has_no_text() => Assert.Null(ConditionTexts.Default.Find("Freckles"));

    [Fact]
    public void The_file_says_that_no_doctor_reviewed_it() => Assert.Contains("not reviewed by a doctor", ConditionTexts.Default.Notice);
}
