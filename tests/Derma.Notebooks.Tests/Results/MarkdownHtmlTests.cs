using Derma.Notebooks.Results;

namespace Derma.Notebooks.Tests.Results;

public sealed class MarkdownHtmlTests
{
    static readonly MarkdownHtml page = new(Path.GetFullPath("/course/notebooks"), new Dictionary<string, string>
    {
        [Path.GetFullPath("/course/docs/words.md")] = "words.html", [Path.GetFullPath("/course/notebooks/02-second.dib")] = "02-second.html",
    });

    [Theory]
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
