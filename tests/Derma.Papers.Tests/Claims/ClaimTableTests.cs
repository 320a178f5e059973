using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Derma.Papers.Tests;

public class ClaimTableTests
{
    static readonly string Page = ClaimTable.Ledger(Ledger.CnnReport.Claims.Select(ClaimCheck.Unmeasured)).Html;

    // The only part of the markup that XML cannot hold is the script's arrows.
    static XElement Parse(string html) => XElement.Parse($"<page>{Regex.Replace(html, "<script>.*?</script>", "", RegexOptions.Singleline)}</page>");

    [Fact]
    public void The_ledger_page_has_a_row_and_an_anchor_for_each_claim()
    {
        var anchors = Parse(Page).Descendants("tr").Select(row => (string?)row.Attribute("id")).OfType<string>();
        Assert.Equal(Ledger.CnnReport.Claims.Select(claim => claim.Id.Replace('.', '-')).Order(), anchors.Order());
    }

    [Fact]
    public void The_filters_count_the_rows_of_each_verdict()
    {
        var rows = Parse(Page).Descendants("tr").Select(row => (string?)row.Attribute("data-verdict")).OfType<string>().ToList();
        var buttons = Parse(Page).Descendants("button").Where(button => (string?)button.Attribute("data-show") != "").ToList();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button =>
            Assert.EndsWith($" {rows.Count(verdict => verdict == (string?)button.Attribute("data-show"))}", button.Value));
    }

    [Fact]
    public void Each_paper_has_a_heading_and_its_own_counts()
    {
        var book = Runs.Book(Runs.Drawings);
        ClaimCheck[] checks =
        [
            book.Check("cnn.params.total", 1_976_438), book.Check("cnn.params.trainable", 5),
            book.Check("smart.data.classes", 13), book.Check("smart.training.batch-size", 32), book.Check("smart.table-1.equal.accuracy", 0.5),
        ];
        var papers = Parse(ClaimTable.Ledger(checks).Html).Element("div")!.Elements("section").ToList();
        Assert.Equal(["CNN report", "Smart Derma"], papers.Select(paper => paper.Element("h2")!.Value));
        Assert.Equal(
            ["2 printed numbers: 1 counted, 1 counted otherwise.", "3 printed numbers: 1 set as printed, 2 needs the original data."],
            papers.Select(paper => paper.Element("p")!.Value));
        Assert.Equal([2, 3], papers.Select(paper => paper.Elements("section").Sum(place => place.Descendants("tr").Count(row => row.Attribute("id") is not null))));
    }

    [Fact]
    public void Tables_have_captions_and_scoped_headings_and_load_nothing()
    {
        var page = Parse(Page);
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("th"), heading => Assert.Contains((string?)heading.Attribute("scope"), new[] { "col", "row" }));
        Assert.DoesNotMatch("(src|href)=\"[^#]", Page);
    }

    [Fact]
    public void Text_is_escaped()
    {
        var claim = Ledger.CnnReport["cnn.attempt-06.order"];
        Assert.Contains("Conv2d =&gt; BatchNorm", ClaimTable.Html([ClaimCheck.Unmeasured(claim)]).Html);
    }

    [Fact]
    public void Shares_are_shown_as_percentages()
    {
        var book = Runs.Book(Runs.Drawings);
        book.Check("cnn.attempt-09.validation-accuracy", 0.3125);
        var cells = Parse(ClaimTable.Html(book.Checks).Html).Descendants("td").Select(cell => cell.Value).ToList();
        Assert.Contains("50 % (± 5 %)", cells);
        Assert.Contains("31.25 %", cells);
    }
}
