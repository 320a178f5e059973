using System.Text.RegularExpressions;

namespace Derma.Papers.Tests;

public class SmartDermaLedgerTests
{
    static readonly Ledger Paper = Ledger.SmartDerma;

    [Theory]
    [MemberData(nameof(SmartDermaNumbers.Rows), MemberType = typeof(SmartDermaNumbers))]
    public void A_number_of_the_paper_stands_in_the_ledger(string id, double? low, double? high)
    {
        Assert.Equal(low, Paper["smart." + id].Expected.Low);
        Assert.Equal(high, Paper["smart." + id].Expected.High);
    }

    [Theory]
    [MemberData(nameof(SmartDermaNumbers.Table1), MemberType = typeof(SmartDermaNumbers))]
    public void Every_cell_of_Table_1_is_a_row(string model, double accuracy, double f1)
    {
        Assert.Equal(accuracy, Paper[$"smart.table-1.{model}.accuracy"].Expected.Number);
        Assert.Equal(f1, Paper[$"smart.table-1.{model}.f1"].Expected.Number);
    }

    [Theory]
    [MemberData(nameof(SmartDermaNumbers.Tables3And4), MemberType = typeof(SmartDermaNumbers))]
    public void Every_cell_of_Tables_3_and_4_is_a_row(string row, double accuracy, double precision, double recall, double f1)
    {
        foreach (var (name, printed) in new[] { ("accuracy", accuracy), ("precision", precision), ("recall", recall), ("f1", f1) })
            Assert.Equal(printed, Paper[$"smart.{row}.{name}"].Expected.Number);
    }

    [Theory]
    [MemberData(nameof(SmartDermaNumbers.TextAfterFigure7), MemberType = typeof(SmartDermaNumbers))]
    public void The_text_that_repeats_the_tables_has_rows_of_its_own(string model, double precision, double recall)
    {
        Assert.Equal(precision, Paper[$"smart.text.{model}.precision"].Expected.Number);
        Assert.Equal(recall, Paper[$"smart.text.{model}.recall"].Expected.Number);
    }

    [Fact]
    public void The_filters_of_the_toy_network_are_a_row() => Assert.Equal("8, 16, 16", Paper["smart.fig-2.filters"].Expected.Text);

    [Fact]
    public void Every_id_is_unique_across_both_papers_and_readable()
    {
        Assert.Equal(Ledger.CnnReport.Claims.Length + Paper.Claims.Length, Ledger.Both.Claims.DistinctBy(claim => claim.Id).Count());
        Assert.Equal(Ledger.Both.Claims.Length, Ledger.Both.Claims.DistinctBy(claim => claim.Anchor).Count());
        Assert.All(Paper.Claims, claim => Assert.Matches(@"^smart(\.[a-z0-9]+(-[a-z0-9]+)*)+$", claim.Id));
    }

    [Fact]
    public void Every_row_names_the_paper_a_notebook_a_tolerance_and_a_place()
    {
        string[] notebooks =
        [
            "30-smart-derma-data", "31-mobilenet-v3", "32-densenet-121", "33-efficientnet-b3", "34-ensemble-equal", "35-ensemble-weights",
            "36-smart-derma-compared", "37-hyperparameters", "41-latency-local", "42-latency-cloud", "43-deployment-walkthrough",
        ];
        Assert.All(Paper.Claims, claim =>
        {
            Assert.Equal("Smart Derma", claim.Paper);
            Assert.Contains(claim.Notebook, notebooks);
            Assert.InRange(claim.Tolerance, 0, 0.1);
            Assert.Matches(@"^(Abstract|II?\. .+|[3-7]\.\d(\.\d)? .+)$", claim.Place);
        });
        Assert.Equal(notebooks, Paper.Claims.Select(claim => claim.Notebook).Distinct().Order());
    }

    [SkippableFact]
    public void Every_quote_stands_in_the_paper_word_for_word()
    {
        var file = Path.Combine(RepositoryPaths.Shared, "papers", "smart-derma.txt");
        Skip.IfNot(File.Exists(file), "The paper's text is not here.");
        var paper = Regex.Replace(File.ReadAllText(file), @"\s+", " ");
        Assert.All(Paper.Claims, claim => Assert.Contains(claim.Quoted, paper, StringComparison.Ordinal));
    }
}
