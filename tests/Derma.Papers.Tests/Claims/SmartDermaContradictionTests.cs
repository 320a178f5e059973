using System.Text.RegularExpressions;

namespace Derma.Papers.Tests;

public class SmartDermaContradictionTests
{
    static readonly Contradictions Paper = Contradictions.SmartDerma;

    [Fact]
    public void Every_contradiction_from_12_to_34_has_a_decision_and_a_page()
    {
        Assert.Equal(Enumerable.Range(12, 23), Paper.All.Where(item => item.Kind == ContradictionKind.Contradiction).Select(item => item.Number));
        Assert.All(Paper.All, item => Assert.NotEmpty(item.Decision));
        Assert.All(Paper.All, item => Assert.NotEmpty(item.Notebooks));
    }

    [Fact]
    public void A_silence_about_numbers_names_the_option_that_decides() =>
        Assert.All(Paper.All.Where(item => item.Kind == ContradictionKind.Silence), item => Assert.NotEmpty(item.Options));

    [Fact]
    public void Ids_are_unique_across_both_papers() =>
        Assert.Equal(Contradictions.CnnReport.All.Length + Paper.All.Length, Contradictions.Both.All.DistinctBy(item => item.Id).Count());

    [Fact]
    public void Only_the_contradiction_that_concerns_both_papers_has_a_number_twice() =>
        Assert.Equal([34], Contradictions.Both.All.GroupBy(item => item.Number).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_notebook_of_the_paper_has_a_note() =>
        Assert.All(Ledger.SmartDerma.Claims.Select(claim => claim.Notebook).Distinct(), notebook => Assert.NotEmpty(Paper.On(notebook)));

    [Theory]
    [InlineData(34, "23-open-questions", "split-by-photo")]
    [InlineData(34, "30-smart-derma-data", "split-by-photo-again")]
    [InlineData(22, "31-mobilenet-v3", "impossible-f1")]
    [InlineData(22, "11-attempt-01", "impossible-f1")]
    [InlineData(1, "31-mobilenet-v3", "head-activation")]
    public void A_page_finds_the_numbers_of_both_papers(int number, string notebook, string id) =>
        Assert.Equal(id, Contradictions.Find(number, notebook).Id);

    [Fact]
    public void An_unknown_number_is_refused_with_those_that_there_are()
    {
        var message = Assert.Throws<UserError>(() => Contradictions.Find(99, "31-mobilenet-v3")).Message;
        Assert.Equal(1, Regex.Count(message, @"\b34\b"));
    }

    [SkippableFact]
    public void What_a_note_quotes_stands_in_the_paper_word_for_word()
    {
        var file = Path.Combine(RepositoryPaths.Shared, "papers", "smart-derma.txt");
        Skip.IfNot(File.Exists(file), "The paper's text is not here.");
        var paper = Regex.Replace(File.ReadAllText(file), @"\s+", " ");
        var quotes = Paper.All.SelectMany(item => Regex.Matches(item.Says, "\"([^\"]+)\"")).SelectMany(match => match.Groups[1].Value.Split(" … "));
        Assert.All(quotes, quote => Assert.Contains(quote, paper, StringComparison.Ordinal));
    }
}
