using System.Text.RegularExpressions;

namespace Derma.Papers.Tests;

public class LedgerTests
{
    static readonly Ledger Report = Ledger.CnnReport;

    [Theory]
    [MemberData(nameof(PaperNumbers.All), MemberType = typeof(PaperNumbers))]
    public void A_number_of_the_report_stands_in_the_ledger(string id, double? low, double? high)
    {
        Assert.Equal(low, Report[id].Expected.Low);
        Assert.Equal(high, Report[id].Expected.High);
    }

    [Theory]
    [MemberData(nameof(PaperNumbers.Epochs), MemberType = typeof(PaperNumbers))]
    public void Planned_and_run_epochs_are_claims_of_their_own(int attempt, int planned, int run)
    {
        Assert.Equal(planned, Report[$"cnn.attempt-{attempt:00}.epochs-planned"].Expected.Number);
        Assert.Equal(run, Report[$"cnn.attempt-{attempt:00}.epochs-run"].Expected.Number);
    }

    [Fact]
    public void Every_id_is_unique_and_readable()
    {
        Assert.Equal(Report.Claims.Length, Report.Claims.DistinctBy(claim => claim.Id).Count());
        Assert.All(Report.Claims, claim => Assert.Matches(@"^cnn(\.[a-z0-9]+(-[a-z0-9]+)*)+$", claim.Id));
    }

    [Fact]
    public void Every_row_names_the_paper_a_notebook_a_tolerance_and_a_place()
    {
        Assert.All(Report.Claims, claim =>
        {
            Assert.Equal("CNN report", claim.Paper);
            Assert.Matches(@"^(01-dataset|1[1-9]-attempt-0[1-9]|20-attempt-10|21-attempts-compared|22-predictions|23-open-questions)$", claim.Notebook);
            Assert.InRange(claim.Tolerance, 0, 0.1);
            Assert.Matches(@"^(Abstract|[1-5](\.\d)? .+)$", claim.Place);
        });
    }

    [SkippableFact]
    public void Every_quote_stands_in_the_report_word_for_word()
    {
        var file = Path.Combine(RepositoryPaths.Shared, "papers", "dermatology-cnn.txt");
        Skip.IfNot(File.Exists(file), "The paper's text is not here.");
        var paper = Regex.Replace(File.ReadAllText(file), @"\s+", " ");
        Assert.All(Report.Claims, claim => Assert.Contains(claim.Quoted, paper, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_id_is_refused_with_the_nearest_ones()
    {
        var problem = Assert.Throws<UserError>(() => Report["cnn.param.total"]);
        Assert.Contains("cnn.params.total", problem.Message);
    }
}
