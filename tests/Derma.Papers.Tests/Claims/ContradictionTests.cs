using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Derma.Papers.Tests;

public class ContradictionTests
{
    static readonly Contradictions Report = Contradictions.CnnReport;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    [InlineData(7), InlineData(8), InlineData(9), InlineData(10), InlineData(11), InlineData(34)]
    public void Every_contradiction_of_the_report_has_a_decision(int number)
    {
        Assert.Equal(ContradictionKind.Contradiction, Report[number].Kind);
        Assert.NotEmpty(Report[number].Decision);
    }

    [Fact]
    public void Numbers_and_ids_are_unique_and_every_one_has_a_page()
    {
        Assert.Equal(Report.All.Length, Report.All.DistinctBy(item => item.Number).Count());
        Assert.Equal(Report.All.Length, Report.All.DistinctBy(item => item.Id).Count());
        Assert.All(Report.All, item => Assert.NotEmpty(item.Notebooks));
    }

    [Fact]
    public void Every_page_of_an_attempt_has_a_note()
    {
        var pages = Enumerable.Range(1, 10).Select(attempt => $"{10 + attempt}-attempt-{attempt:00}");
        Assert.All(pages, page => Assert.NotEmpty(Report.On(page)));
    }

    [Fact]
    public void A_silence_about_numbers_names_the_option_that_decides() =>
        Assert.All(Report.All.Where(item => item.Kind == ContradictionKind.Silence), item => Assert.NotEmpty(item.Options));

    [SkippableFact]
    public void What_a_note_quotes_stands_in_the_report_word_for_word()
    {
        var file = Path.Combine(RepositoryPaths.Shared, "papers", "dermatology-cnn.txt");
        Skip.IfNot(File.Exists(file), "The paper's text is not here.");
        var paper = Regex.Replace(File.ReadAllText(file), @"\s+", " ");
        var quotes = Report.All.SelectMany(item => Regex.Matches(item.Says, "\"([^\"]+)\"")).SelectMany(match => match.Groups[1].Value.Split(" … "));
        Assert.All(quotes, quote => Assert.Contains(quote, paper, StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_is_markup_that_shows_number_reason_and_option()
    {
        var note = XElement.Parse($"<page>{ContradictionNote.Html(Report[37]).Html}</page>").Element("div")!;
        Assert.Equal("contradiction-37", (string?)note.Attribute("id"));
        Assert.Contains("Conv2d => BatchNorm => ReLU => MaxPool", note.Value);
        Assert.Contains("PaperCnnOptions.Order", note.Value);
    }

    [Fact]
    public void An_unknown_number_or_id_is_refused()
    {
        Assert.Contains("34", Assert.Throws<UserError>(() => Report[99]).Message);
        Assert.Contains("restart", Assert.Throws<UserError>(() => Report["restrat"]).Message);
    }
}
