using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Derma.Papers.Tests;

public class ContradictionTests
{
    static readonly Contradictions Report = Contradictions.CnnReport, Paper = Contradictions.SmartDerma;

    [Fact]
    public void The_contradictions_of_either_paper_are_those_that_were_found()
    {
        Assert.Equal([.. Enumerable.Range(1, 11), 34], Numbers(Report));
        Assert.Equal(Enumerable.Range(12, 23), Numbers(Paper));
        Assert.Equal([34], Contradictions.Both.All.GroupBy(item => item.Number).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(Contradictions.Both.All.Length, Contradictions.Both.All.DistinctBy(item => item.Id).Count());
    }

    public static TheoryData<int, string, object?> Decided => new()
    {
        { 16, "MobileNetV3Options.Variant", new MobileNetV3Options().Variant },
        { 26, "PredictorOptions.Flips", new PredictorOptions().Flips },
        { 28, "TrainingOptions.BestBy", $"BestBy.{PaperExperiments.Recipe.BestBy}" },
        { 33, "TrainingOptions.Precision", PaperExperiments.Recipe.Precision },
        { 34, "SplitOptions.GroupByLesion", new SplitOptions().GroupByLesion },
        { 40, "TrainingOptions.L2Scope", new TrainingOptions().L2Scope },
        { 44, "PlateauOptions.Factor", PaperExperiments.Recipe.Plateau!.Factor },
        { 44, "PlateauOptions.Patience", PaperExperiments.Recipe.Plateau!.Patience },
        { 45, "EarlyStopping.Patience", PaperExperiments.Recipe.EarlyStopping!.Patience },
        { 45, "EarlyStopping.MinDelta", PaperExperiments.Recipe.EarlyStopping!.MinDelta },
        { 48, "TrainingOptions.Sampling", PaperExperiments.Recipe.Sampling },
        { 49, "TrainingOptions.WarmUp", PaperExperiments.Recipe.WarmUp!.Epochs },
    };

    /// <summary>A note that says what was decided says it of the code that runs.</summary>
    [Theory, MemberData(nameof(Decided))]
    public void A_decision_is_what_the_code_does(int number, string option, object? value)
    {
        var stated = Contradictions.Both.All.Where(item => item.Number == number).SelectMany(item => item.Options).Single(one => one.Name == option).Value;
        Assert.Matches($@"^{Regex.Escape(FormattableString.Invariant($"{value}"))}\b(?!\.\d)", stated.Replace("true", "True").Replace("false", "False"));
    }

    [Fact]
    public void The_weights_that_a_note_prints_are_those_that_vote()
    {
        var stated = Paper[21].Options.Single(option => option.Name == "EnsembleWeights.Paper").Value;
        var printed = Regex.Matches(stated, @"(0\.\d) (\w+)").Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        string[] networks = [NetworkNames.MobileNetV3Large, NetworkNames.DenseNet121, NetworkNames.EfficientNetB3];
        var weights = EnsembleWeights.Paper.For(networks);
        Assert.Equal(networks.Select(network => weights[network]), printed);
    }

    [Fact]
    public void A_silence_about_numbers_names_the_option_that_decides_and_how_it_stands() =>
        Assert.All(Contradictions.Both.All.Where(item => item.Kind == ContradictionKind.Silence), item => Assert.True(item.Options.Any(option => option.Value.Length > 0), item.Id));

    [Fact]
    public void Every_page_of_an_attempt_and_every_page_that_checks_smart_derma_has_a_note()
    {
        var pages = Enumerable.Range(1, 10).Select(attempt => $"{10 + attempt}-attempt-{attempt:00}");
        Assert.All(pages, page => Assert.True(Report.On(page).Any(), page));
        Assert.All(Ledger.SmartDerma.Claims.Select(claim => claim.Notebook).Distinct(), page => Assert.True(Paper.On(page).Any(), page));
    }

    [Fact]
    public void A_note_is_on_pages_that_there_are()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "notebooks"), "*.dib").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        Assert.All(Contradictions.Both.All, item => Assert.True(item.Notebooks.Length > 0 && pages.IsSupersetOf(item.Notebooks), item.Id));
    }

    [Fact]
    public void What_a_note_quotes_was_found_in_its_paper_word_for_word()
    {
        var quotes = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Fixtures.Papers.Quotes))!;
        foreach (var (paper, items) in new[] { ("CNN report", Report), ("Smart Derma", Paper) })
            Assert.Empty(items.All.SelectMany(item => Regex.Matches(item.Says, "\"([^\"]+)\"")).SelectMany(match => match.Groups[1].Value.Split(" … ")).Except(quotes[paper]));
    }

    [Fact]
    public void A_note_is_markup_that_shows_number_reason_and_option()
    {
        var note = XElement.Parse($"<page>{ContradictionNote.Html(Report[37]).Html}</page>").Element("details")!;
        Assert.Equal("contradiction-37", (string?)note.Attribute("id"));
        Assert.Contains("Conv2d => BatchNorm => ReLU => MaxPool", note.Value);
        Assert.Contains(Report[37].Options[0].Name, note.Value);
    }

    [Fact]
    public void Notes_that_no_cell_shows_fold_into_one_line_which_is_not_there_without_any()
    {
        var fold = XElement.Parse($"<page>{ContradictionNote.Folded([Report[37], Report[40]]).Html}</page>").Element("details")!;
        Assert.EndsWith(": 2", fold.Element("summary")!.Value);
        Assert.Equal(["contradiction-37", "contradiction-40"], fold.Elements("details").Select(note => (string?)note.Attribute("id")));
        Assert.Equal("", ContradictionNote.Folded([]).Html);
    }

    [Fact]
    public void Every_note_is_on_a_page_that_judges_and_so_shows_it()
    {
        var judging = Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "notebooks"), "*.dib")
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"lab\.(Verdicts|Judge\w*)\(")).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        Assert.All(Contradictions.Both.All, item => Assert.Contains(item.Notebooks, judging.Contains));
    }

    [Theory]
    [InlineData(34, "23-open-questions", "split-by-photo")]
    [InlineData(34, "30-smart-derma-data", "split-by-photo-again")]
    [InlineData(22, "31-mobilenet-v3", "impossible-f1")]
    [InlineData(22, "11-attempt-01", "impossible-f1")]
    [InlineData(1, "31-mobilenet-v3", "head-activation")]
    public void A_page_finds_the_numbers_of_both_papers(int number, string notebook, string id) =>
        Assert.Equal(id, Contradictions.Find(number, notebook).Id);

    [Fact]
    public void An_unknown_number_or_id_is_refused_with_those_that_there_are()
    {
        Assert.Contains("34", Assert.Throws<UserError>(() => Report[99]).Message);
        Assert.Contains("restart", Assert.Throws<UserError>(() => Report["restrat"]).Message);
        Assert.Equal(1, Regex.Count(Assert.Throws<UserError>(() => Contradictions.Find(99, "31-mobilenet-v3")).Message, @"\b34\b"));
    }

    static IEnumerable<int> Numbers(Contradictions notes) =>
        notes.All.Where(item => item.Kind == ContradictionKind.Contradiction).Select(item => item.Number).Order();
}
