using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Results;

public sealed class MarkdownHtmlTests
{
    static readonly MarkdownHtml page = new(Path.GetFullPath("/course/notebooks"), new Dictionary<string, string>
    {
        [Path.GetFullPath("/course/docs/words.md")] = "words.html", [Path.GetFullPath("/course/notebooks/02-second.dib")] = "02-second.html",
    });

    [Theory]
    [InlineData("![x](attachment:image.png)", "image.png", "\"aGk=\\n\"", "aGk=")]
    [InlineData("<img src=\"attachment:a b (1).png\">", "a b (1).png", "[\"aG\",\"k=\"]", "aGk=")]
    [InlineData("![x](attachment:a%20b%20(1).png)", "a b (1).png", "\"aGk=\"", "aGk=")]
    [InlineData("![x](<attachment:a b.png> \"title\")", "a b.png", "\"aGk=\"", "aGk=")]
    [InlineData("![x][r]\n\n[r]: attachment:%C3%BC%23.png", "ü#.png", "\"aGk=\"", "aGk=")]
    [InlineData("![x](attachment:image.png)", "image.png", "\"<svg/>\"", "PHN2Zy8+")]
    public void An_attached_picture_is_part_of_the_page(string text, string name, string data, string base64)
    {
        var cell = new Cell("markdown", text, 1) { Fields = new() { ["attachments"] = new JsonObject { ["image"] = new JsonObject { ["image/png"] = "bm8=" }, [name] = new JsonObject { ["image/png"] = JsonNode.Parse(data) } } } };
        var html = Site.Page(Samples.Run("a", new CellRun(1, cell, CellStatus.Text, [], TimeSpan.Zero, null)), new() { OutputFolder = "" });
        Assert.Equal($"data:image/png;base64,{base64}", new HtmlParser().ParseDocument(html).QuerySelector(".text img")!.GetAttribute("src"));
    }

    [Theory]
    [InlineData("{\"attachments\":[]}")]
    [InlineData("{\"attachments\":{\"image.png\":7}}")]
    [InlineData("{\"attachments\":{\"image.png\":{}}}")]
    [InlineData("{\"attachments\":{\"other\":{\"image/png\":\"aGk=\"}}}")]
    public void What_is_not_attached_stays_as_it_is(string fields) => Assert.Equal("![x](attachment:image.png)", new Cell("markdown", "![x](attachment:image.png)", 1) { Fields = JsonNode.Parse(fields)!.AsObject() }.Text);

    [Fact]
    public void A_raw_cell_is_no_markdown_and_shows_as_it_is()
    {
        var cell = new Cell("markdown", "# not *a* title <b>", 1) { Fields = new() { ["cell_type"] = "raw" } };
        var html = Site.Page(Samples.Run("a", new CellRun(1, cell, CellStatus.Text, [], TimeSpan.Zero, null)), new() { OutputFolder = "" });
        Assert.Equal("# not *a* title <b>", new HtmlParser().ParseDocument(html).QuerySelector(".text pre")!.TextContent);
    }

    [Fact]
    public void Text_that_is_nested_too_deep_stands_as_it_is()
    {
        var text = new string('>', 5_000) + "<b>";
        Assert.Equal(text, new HtmlParser().ParseDocument(page.ToHtml(text)).QuerySelector("pre")!.TextContent);
        Assert.Equal("", MarkdownHtml.Claim(text));
    }

    [Theory]
    [InlineData("![x](pic%20ture.png)")]
    [InlineData("![x](<pic ture.png>)")]
    public void A_picture_beside_the_notebook_is_found_by_its_address(string text)
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "pic ture.png"), "hi");
        Assert.Contains("src=\"data:image/png;base64,aGk=\"", new MarkdownHtml(folder, new Dictionary<string, string>()).ToHtml(text));
    }

    [Theory]
    [InlineData("![x](a%00.png)")]
    [InlineData("[x](%00.dib)")]
    public void An_address_that_names_no_file_breaks_nothing(string text) => Assert.Contains("x", page.ToHtml(text));

    [Theory]
    [InlineData("[a](02-second.dib?x=1#part)", "<a href=\"02-second.html?x=1#part\">a</a>")]
    [InlineData("[a](../docs/words.md#term)", "<a href=\"words.html#term\">a</a>")]
    [InlineData("[*a*](../docs/words.md)", "<a href=\"words.html\"><em>a</em></a>")]
    [InlineData("[a](02-second.dib#part)", "<a href=\"02-second.html#part\">a</a>")]
    [InlineData("[a](03-third.dib)", "a")]
    [InlineData("[a](../docs/other.md#term)", "a")]
    [InlineData("[a](words.md)", "a")]
    [InlineData("[a](#term)", "<a href=\"#term\">a</a>")]
    [InlineData("[a](ledger.html)", "<a href=\"ledger.html\">a</a>")]
    [InlineData("[a](https://example.org/words.md)", "<a href=\"https://example.org/words.md\">a</a>")]
    public void A_link_leads_to_the_page_of_its_file_and_is_plain_text_where_there_is_none(string markdown, string html) => Assert.Equal($"<p>{html}</p>", page.ToHtml(markdown).Trim());
}
