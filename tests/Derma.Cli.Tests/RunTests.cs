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

    [Theory]
    [InlineData("01-first 02-second")]
    [InlineData("01-first 02-second solutions-some", "--solutions")]
    [InlineData("02-second solutions-some", "--only", "02", "--solutions")]
    [InlineData("solutions-some", "--only", "solutions")]
    public void Solutions_run_last_and_only_where_they_are_asked_for(string expected, params string[] choices)
    {
        using var workbook = new Workbook(("solutions-some.dib", "#!csharp\n\n1\n"), ("02-second.dib", "#!csharp\n\n1\n"), ("01-first.dib", "#!csharp\n\n1\n"));
        Assert.Equal(0, workbook.Run(["run", .. choices]).ExitCode);
        var suites = XDocument.Load(Path.Combine(workbook.Root, "runs", "latest", "junit.xml")).Descendants("testsuite").Select(suite => (string)suite.Attribute("name")!);
        Assert.Equal(expected, string.Join(' ', suites));
    }

    [Fact]
    public void The_site_takes_along_the_glossary_and_the_paths_through_the_course()
    {
        using var workbook = new Workbook(("01-good.dib", "#!markdown\n\n# Good\n\nA [loss](../docs/glossary.md#loss), a [page](../docs/other.md).\n"), ("02-other.dib", "#!csharp\n\n1\n"));
        var docs = Directory.CreateDirectory(Path.Combine(workbook.Root, "docs")).FullName;
        File.WriteAllText(Path.Combine(docs, "glossary.md"), "# Glossary\n\n### Loss\n\nWhat a training makes small.\n");
        File.WriteAllText(Path.Combine(docs, "course.md"), "# Paths\n\n1. [01-good](../notebooks/01-good.dib), words [explained](glossary.md)\n2. [02-other](../notebooks/02-other.dib)\n");
        Assert.Equal(0, workbook.Run("run", "--only", "01").ExitCode);
        string Page(string name) => File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", name));
        Assert.Contains("A <a href=\"glossary.html#loss\">loss</a>, a page.", Page("01-good.html"));
        Assert.Contains("<h3 id=\"loss\">Loss</h3>", Page("glossary.html"));
        Assert.Single(Page("glossary.html").Split("<h1").Skip(1));
        Assert.Contains("<a href=\"01-good.html\">01-good</a>, words <a href=\"glossary.html\">explained</a>", Page("index.html"));
        Assert.Contains("<li>02-other</li>", Page("index.html"));
    }
}
