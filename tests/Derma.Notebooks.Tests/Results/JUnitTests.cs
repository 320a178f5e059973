using System.Xml.Linq;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Results;

public sealed class JUnitTests
{
    readonly XDocument report = Report();

    static XDocument Report()
    {
        var path = Path.Combine(RunText.NewFolder(), "new", "junit.xml");
        JUnit.Write([Samples.Passed, Samples.Failed], path);
        return XDocument.Load(path);
    }

    [Fact]
    public void Each_notebook_is_a_suite_and_each_cell_of_code_a_case() => Assert.Equal(
        [("01-first", 1), ("02-second", 2)], report.Descendants("testsuite").Select(suite => ((string)suite.Attribute("name")!, suite.Elements("testcase").Count())));

    [Fact]
    public void A_failure_has_message_file_and_line()
    {
        var failed = report.Descendants("testcase").Single(test => test.Element("failure") is not null);
        Assert.Equal(("02-second.dib", "6"), ((string?)failed.Attribute("file"), (string?)failed.Attribute("line")));
        Assert.Equal("02-second.dib(6,9): error CS0103: no c", (string?)failed.Element("failure")!.Attribute("message"));
    }

    [Fact]
    public void Cells_that_were_not_reached_are_skipped() => Assert.Equal("cell 2, line 9", (string?)report.Descendants("skipped").Single().Parent!.Attribute("name"));

    [Fact]
    public void What_xml_has_no_form_for_is_replaced_wherever_it_stands()
    {
        var path = Path.Combine(RunText.NewFolder(), "junit.xml");
        var error = new ErrorOutput("E\u0001", "a\uFFFFb\uD83D\uDE00\uD800", ["\u001b[1m", "\uFFFE\tc"]);
        JUnit.Write([Samples.Run("01\u0002\uFFFF", new CellRun(1, new("csharp", "1", 1), CellStatus.Failed, [error], TimeSpan.Zero, 1))], path);
        var suite = XDocument.Load(path).Descendants("testsuite").Single();
        Assert.Equal("01 \uFFFD", (string?)suite.Attribute("name"));
        var failure = suite.Descendants("failure").Single();
        Assert.Equal(("E ", "a\uFFFDb\uD83D\uDE00\uFFFD"), ((string?)failure.Attribute("type"), (string?)failure.Attribute("message")));
        Assert.Equal("a\uFFFDb\uD83D\uDE00\uFFFD\n [1m\n\uFFFD\tc", failure.Value);
    }

    [Fact]
    public void The_counts_of_a_suite_are_those_of_its_cases()
    {
        var suite = report.Descendants("testsuite").Last();
        Assert.Equal(("2", "1", "1"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
    }

    [Fact]
    public void A_cell_that_was_stopped_has_not_failed()
    {
        var path = Path.Combine(RunText.NewFolder(), "junit.xml");
        JUnit.Write([Samples.Failed with { Stopped = true }], path);
        var suite = XDocument.Load(path).Descendants("testsuite").Single();
        Assert.Equal(("0", "2"), ((string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
        Assert.Equal((0, 2), (suite.Descendants("failure").Count(), suite.Descendants("skipped").Count()));
    }
}
