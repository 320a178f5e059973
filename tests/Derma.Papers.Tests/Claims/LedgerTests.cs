using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Derma.Papers.Tests;

public partial class LedgerTests
{
    static readonly string[] Notebooks =
    [
        "01-dataset", .. Enumerable.Range(1, 10).Select(attempt => $"{10 + attempt}-attempt-{attempt:00}"), "21-attempts-compared", "22-predictions",
        "30-smart-derma-data", "31-mobilenet-v3", "32-densenet-121", "33-efficientnet-b3", "34-ensemble-equal", "35-ensemble-weights",
        "36-smart-derma-compared", "37-hyperparameters", "38-training-engineering", "41-latency-local", "42-latency-cloud", "43-deployment-walkthrough",
    ];

    static readonly Dictionary<string, double> Words = new()
    {
        ["single"] = 1, ["two"] = 2, ["three"] = 3, ["five"] = 5, ["six"] = 6, ["ten"] = 10, ["thirteen"] = 13, ["fifteen thousand"] = 15_000,
    };

    /// <summary>What was typed from the papers, by id.</summary>
    static readonly Dictionary<string, (double? Low, double? High, string Reading)> Typed = File.ReadLines(Fixtures.Papers.Numbers).Skip(1)
        .Select(line => line.Split(',', 4)).ToDictionary(cell => cell[0], cell => (Number(cell[1]), Number(cell[2]), cell[3].Trim('"')));

    [Fact]
    public void Every_row_names_its_paper_a_notebook_a_tolerance_and_a_place()
    {
        Assert.All(Ledger.CnnReport.Claims, claim => Assert.Equal("CNN report", claim.Paper));
        Assert.All(Ledger.SmartDerma.Claims, claim => Assert.Equal("Smart Derma", claim.Paper));
        Assert.All(Ledger.CnnReport.Claims, claim => Assert.Matches(@"^(Abstract|[1-5](\.\d)? .+)$", claim.Place));
        Assert.All(Ledger.SmartDerma.Claims, claim => Assert.Matches(@"^(Abstract|II?\. .+|[3-7]\.\d(\.\d)? .+)$", claim.Place));
        Assert.All(Ledger.Both.Claims, claim => Assert.InRange(claim.Tolerance, 0, 0.1));
        Assert.Equal(Notebooks, Ledger.Both.Claims.Select(claim => claim.Notebook).Distinct().Order());
    }

    [Fact]
    public void Every_quote_was_found_in_its_paper_word_for_word()
    {
        var quotes = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Fixtures.Papers.Quotes))!;
        Assert.Empty(Ledger.Both.Claims.Where(claim => !quotes[claim.Paper].Contains(claim.Quoted)).Select(claim => $"{claim.Id}: {claim.Quoted}"));
    }

    [Fact]
    public void Every_number_stands_in_its_quote_or_is_listed_with_how_it_was_read()
    {
        var elsewhere = Ledger.Both.Claims.Where(claim => claim.Expected.Text is null && !StandsIn(claim.Quoted, claim.Expected)).Select(claim => claim.Id);
        Assert.Equal(Typed.Where(row => row.Value.Reading != "").Select(row => row.Key), elsewhere);
    }

    [Fact]
    public void Every_number_that_was_typed_from_a_paper_is_the_ledgers()
    {
        var other = Typed.Where(row => Ledger.Both[row.Key].Expected != ClaimValue.Range(row.Value.Low, row.Value.High));
        Assert.Empty(other.Select(row => $"{row.Key}: {row.Value.Low} to {row.Value.High}"));
    }

    [Theory]
    [InlineData("smart.fig-2.filters", "8, 16, 16")]
    [InlineData("cnn.attempt-07.filters", "32, 64, 128, 256")]
    [InlineData("cnn.fig-08.predicted", "Skin Cancer")]
    public void A_name_or_a_list_is_the_ledgers(string id, string text) => Assert.Equal(text, Ledger.Both[id].Expected.Text);

    [Fact]
    public void Every_id_is_unique_and_readable()
    {
        Assert.Equal(Ledger.CnnReport.Claims.Length + Ledger.SmartDerma.Claims.Length, Ledger.Both.Claims.DistinctBy(claim => claim.Id).Count());
        Assert.Equal(Ledger.Both.Claims.Length, Ledger.Both.Claims.DistinctBy(claim => claim.Anchor).Count());
        Assert.All(Ledger.CnnReport.Claims, claim => Assert.Matches(@"^cnn(\.[a-z0-9]+(-[a-z0-9]+)*)+$", claim.Id));
        Assert.All(Ledger.SmartDerma.Claims, claim => Assert.Matches(@"^smart(\.[a-z0-9]+(-[a-z0-9]+)*)+$", claim.Id));
    }

    [Fact]
    public void Every_row_of_other_works_names_its_source_prints_its_number_and_belongs_to_a_notebook_beyond_the_papers()
    {
        Assert.NotEmpty(Ledger.Published.Claims);
        Assert.All(Ledger.Published.Claims, claim =>
        {
            Assert.Matches(@"^published(\.[a-z0-9]+(-[a-z0-9]+)*)+$", claim.Id);
            Assert.Matches("^https://(doi.org|arxiv.org/abs|www.dermengine.com/blog)/", claim.Source);
            Assert.Matches(@"^[A-Z].* (19|20)\d\d, .+$", claim.Place);
            Assert.Matches("^(39|5[0-4])-", claim.Notebook);
            Assert.True(claim.Expected.Text is not null || StandsIn(claim.Quoted, claim.Expected), claim.Id);
        });
        Assert.Equal(Ledger.All.Claims.Length, Ledger.All.Claims.DistinctBy(claim => claim.Anchor).Count());
        Assert.Equal(Ledger.Both.Claims.Length + Ledger.Published.Claims.Length, Ledger.All.Claims.Length);
    }

    [Fact]
    public void An_unknown_id_is_refused_with_the_nearest_ones()
    {
        var problem = Assert.Throws<UserError>(() => Ledger.CnnReport["cnn.param.total"]);
        Assert.Contains("cnn.params.total", problem.Message);
    }

    static bool StandsIn(string quote, ClaimValue value)
    {
        var printed = Printed().Matches(quote).Select(match => double.Parse(match.Value.Replace(",", "").TrimEnd('.'), CultureInfo.InvariantCulture));
        // A percentage is a share, and "50 million" is so many.
        double[] numbers =
        [
            .. printed.SelectMany(number => new[] { number, number / 100, number * 1e6 }),
            .. Words.Where(word => Regex.IsMatch(quote, $@"\b{word.Key}\b", RegexOptions.IgnoreCase)).Select(word => word.Value),
        ];
        return new[] { value.Low, value.High }.OfType<double>().All(end => numbers.Any(number => Math.Abs(number - end) < 1e-9));
    }

    static double? Number(string cell) => cell == "" ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d[\d,]*\.?\d*(?:e-?\d+)?")]
    private static partial Regex Printed();
}
