using System.Text.Json;
using System.Xml.Linq;

namespace Derma.Cli.Tests;

public class RunTests
{
    [Fact]
    public void A_cell_that_throws_gives_exit_code_1_and_page_and_junit_name_cell_and_line()
    {
        using var workbook = new Workbook(
            ("01-good.dib", "#!markdown\n\n# Good\n\n#!csharp\n\n20 + 22\n"),
            ("02-bad.dib", "#!csharp\n\nvar a = 1;\n\n#!csharp\n\nthrow new Exception(\"no more ink\");\n"),
            ("03-never.dib", "#!csharp\n\n1\n"));
        var (exitCode, output, error) = workbook.Run("run");
        Assert.Equal(1, exitCode);
        Assert.EndsWith("1 passed, 1 failed, 1 skipped", output.TrimEnd());
        Assert.Contains("02-bad failed in cell 2", error);
        var failure = XDocument.Load(Path.Combine(workbook.Root, "runs", "latest", "junit.xml")).Descendants("testcase").Single(test => test.Element("failure") is not null);
        Assert.Equal(("02-bad", "7"), ((string)failure.Attribute("classname")!, (string)failure.Attribute("line")!));
        Assert.Contains("no more ink", File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "02-bad.html")));
        Assert.Contains("42", File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-good.ipynb")));
    }

    [Fact]
    public void Keep_going_runs_what_follows_a_failure()
    {
        using var workbook = new Workbook(("01-bad.dib", "#!csharp\n\nnope\n"), ("02-good.dib", "#!csharp\n\n1\n"));
        Assert.EndsWith("1 passed, 1 failed, 0 skipped", workbook.Run("run", "--keep-going").Output.TrimEnd());
    }

    [Fact]
    public void A_run_writes_every_row_of_both_papers_ledgers_with_its_ten_fields()
    {
        using var workbook = new Workbook(("01-good.dib", "#!csharp\n\n1\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        using var claims = JsonDocument.Parse(File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "claims.json")));
        var row = claims.RootElement.EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == "cnn.params.total");
        Assert.Equal(1_976_438, row.GetProperty("expected").GetDouble());
        Assert.Equal("not checked", row.GetProperty("verdict").GetString());
        Assert.Equal(
            ["id", "paper", "place", "quoted", "expected", "measured", "tolerance", "verdict", "notebook", "note"],
            row.EnumerateObject().Select(field => field.Name));
        var other = claims.RootElement.EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == "smart.data.images");
        Assert.Equal("Smart Derma", other.GetProperty("paper").GetString());
        Assert.Equal("needs the original data", other.GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_notebook_sees_the_choices_of_its_run()
    {
        using var workbook = new Workbook(("01-choices.dib", "#!csharp\n\nstring.Join(\" \", new[] { \"SCALE\", \"DATA\", \"SEED\", \"SEEDS\", \"THREADS\" }.Select(name => Environment.GetEnvironmentVariable(\"DERMA_\" + name)))\n"));
        Assert.Equal(0, workbook.Run("run", "--scale", "smoke", "--seed", "7", "--seeds", "2", "--threads", "1").ExitCode);
        Assert.Contains("smoke synthetic 7 2 1", File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-choices.ipynb")));
    }
}
