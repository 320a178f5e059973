using System.Xml.Linq;

namespace Derma.Cli.Tests.Course;

public class CourseRunTests
{
    [Theory]
    [InlineData("01-first 02-second")]
    [InlineData("01-first 02-second solutions-some", "--solutions")]
    [InlineData("02-second solutions-some", "--only", "02", "--solutions")]
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
