using System.Text.Json;

namespace Derma.Papers.Tests;

public sealed class ClaimFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("claims").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string NotebookFile(string notebook) => Path.Combine(_folder, "claims", notebook + ".json");

    [Fact]
    public void A_claim_on_disk_has_exactly_these_ten_fields()
    {
        var book = Runs.Book(Runs.Drawings);
        book.Check("cnn.params.total", 1_976_438);
        book.Save(NotebookFile("19-attempt-09"));
        var row = Parse(NotebookFile("19-attempt-09")).EnumerateArray().Single();
        string[] fields = ["id", "paper", "place", "quoted", "expected", "measured", "tolerance", "verdict", "notebook", "note"];
        Assert.Equal(fields, row.EnumerateObject().Select(field => field.Name));
        Assert.Equal("cnn.params.total", row.GetProperty("id").GetString());
        Assert.Equal(1_976_438, row.GetProperty("expected").GetDouble());
        Assert.Equal(1_976_438, row.GetProperty("measured").GetDouble());
        Assert.Equal("counted", row.GetProperty("verdict").GetString());
    }

    [Fact]
    public void Ranges_texts_and_runaway_numbers_are_valid_json_and_come_back()
    {
        var book = Runs.Book(Runs.Drawings);
        book.Check("cnn.final.head", "Sigmoid");
        book.Check("cnn.attempt-10.train-loss", double.NaN);
        book.Check("cnn.cost.final-hours", 0.25);
        book.Save(NotebookFile("a"));
        Assert.Equal(book.Checks.AsEnumerable(), ClaimFile.Read(NotebookFile("a"), Ledger.CnnReport));
        var hours = Parse(NotebookFile("a")).EnumerateArray().Single(row => row.GetProperty("id").GetString() == "cnn.cost.final-hours");
        Assert.Equal("[20,null]", JsonSerializer.Serialize(hours.GetProperty("expected")));
    }

    [Fact]
    public void A_run_lists_every_row_of_the_ledger_checked_or_not()
    {
        var book = Runs.Book(Runs.Drawings);
        book.Check("cnn.params.total", 1_976_438);
        book.Save(NotebookFile("19-attempt-09"));
        var merged = ClaimFile.Merge(_folder, Ledger.CnnReport).ToDictionary(check => check.Claim.Id);
        Assert.Equal(Ledger.CnnReport.Claims.Length, Parse(Path.Combine(_folder, "claims.json")).GetArrayLength());
        Assert.Equal(Verdict.Counted, merged["cnn.params.total"].Verdict);
        Assert.Equal(Verdict.NotChecked, merged["cnn.params.trainable"].Verdict);
        Assert.Equal(Verdict.NeedsOriginalData, merged["cnn.attempt-05.train-accuracy"].Verdict);
        Assert.Equal(Verdict.NeedsOriginalData, merged["cnn.related.acne-cases"].Verdict);
        Assert.Equal(Verdict.DiffersByDesign, merged["cnn.cost.minutes-per-epoch"].Verdict);
        Assert.Null(merged["cnn.params.trainable"].Measured);
    }

    [Fact]
    public void Where_two_notebooks_check_a_row_the_one_that_the_ledger_names_wins()
    {
        foreach (var (notebook, measured) in new[] { ("11-attempt-01", 1), ("19-attempt-09", 1_976_438) })
        {
            var book = Runs.Book(Runs.Drawings, notebook);
            book.Check("cnn.params.total", measured);
            book.Save(NotebookFile(notebook));
        }

        var merged = ClaimFile.Merge(_folder, Ledger.CnnReport).Single(check => check.Claim.Id == "cnn.params.total");
        Assert.Equal("19-attempt-09", merged.Notebook);
    }

    [Fact]
    public void A_run_of_one_papers_notebooks_lists_the_other_papers_rows_too()
    {
        var book = Runs.Book(Runs.Drawings, "32-densenet-121");
        book.Check("smart.model.densenet121.layers", 121);
        book.Save(NotebookFile("32-densenet-121"));
        var merged = ClaimFile.Merge(_folder, Ledger.Both).ToDictionary(check => check.Claim.Id);
        Assert.Equal(Ledger.CnnReport.Claims.Length + Ledger.SmartDerma.Claims.Length, Parse(Path.Combine(_folder, "claims.json")).GetArrayLength());
        Assert.Equal(Verdict.Counted, merged["smart.model.densenet121.layers"].Verdict);
        Assert.Equal("Smart Derma", merged["smart.model.densenet121.layers"].Claim.Paper);
        Assert.Equal(Verdict.NotChecked, merged["smart.weights.sum"].Verdict);
        Assert.Equal(Verdict.NeedsOriginalData, merged["smart.table-3.densenet121.f1"].Verdict);
        Assert.Equal(Verdict.NotChecked, merged["cnn.params.total"].Verdict);
    }

    [Fact]
    public void Checking_again_replaces_what_was_found_before()
    {
        var book = Runs.Book(Runs.Drawings);
        book.Check("cnn.params.total", 5);
        book.Check("cnn.params.total", 1_976_438);
        Assert.Equal(Verdict.Counted, Assert.Single(book.Checks).Verdict);
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "claims"));
        File.WriteAllText(NotebookFile("19-attempt-09"), "[{");
        Assert.Contains(NotebookFile("19-attempt-09"), Assert.Throws<UserError>(() => ClaimFile.Merge(_folder, Ledger.CnnReport)).Message);
    }

    static JsonElement Parse(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;
}
