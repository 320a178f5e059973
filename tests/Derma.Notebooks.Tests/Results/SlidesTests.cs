using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Results;

public class SlidesTests
{
    const string Lesson = "# Lesson\n\nWords.\n\n**Claim.** It works.\n\n**Why it should.** Because.\n\n## Verdict\n\nIt does.\n\n## Exercises\n\n1. Think.\n\n   <details><summary>Hint</summary>\n\n   Harder.\n\n   </details>\n\n2. Try.\n";

    static IHtmlDocument Page(string note, params CellRun[] cells) =>
        new HtmlParser().ParseDocument(Site.Slides(Samples.Run("01-lesson", cells), new() { OutputFolder = "", Title = "Lesson", FooterHtml = "<p>Foot.</p>" }, note));

    static CellRun Code(string source, params Output[] outputs) => new(0, new("csharp", source, 1), CellStatus.Passed, outputs, TimeSpan.Zero, 1);

    static ResultOutput Html(string html) => new(new Dictionary<string, string> { ["text/html"] = html });

    static string[] Slides(IHtmlDocument page) => [.. page.QuerySelectorAll(".slide").Select(slide => string.Join(' ', slide.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];

    [Fact]
    public void A_heading_a_claim_and_a_reason_begin_a_slide_and_the_section_is_named_again() => Assert.Equal(
        ["Lesson Words.", "Lesson Claim. It works.", "Lesson Why it should. Because.", "Verdict It does.", "Exercises Think. Hint Harder. Try."],
        Slides(Page("", Samples.Text(Lesson))));

    [Fact]
    public void Each_exercise_keeps_its_number() =>
        Assert.Equal([null, "2"], Page("", Samples.Text(Lesson)).QuerySelectorAll("ol").Select(list => list.GetAttribute("start")));

    [Fact]
    public void Short_code_and_a_small_table_stay_with_the_text_and_a_picture_gets_a_slide_of_its_own() => Assert.Equal(
        ["Part Look. var a = 1; one", "Part two"],
        Slides(Page("", Samples.Text("## Part\n\nLook."), Code("var a = 1;", Html("<table><tbody><tr><td>one</td></tr></tbody></table>"), Html("<figure>two</figure>")))));

    [Fact]
    public void A_long_table_does_not_stay_and_what_is_folded_takes_no_room() => Assert.Equal(
        ["Part Look. 1 open folded", $"Part {string.Join(' ', Enumerable.Range(1, 12))}"],
        Slides(Page("", Samples.Text("## Part\n\nLook."), Code("1",
            Html($"<details><summary>open</summary>{new string('\n', 40)}folded</details>"),
            Html($"<table><tbody>{string.Concat(Enumerable.Range(1, 12).Select(row => $"<tr><td>{row} </td></tr>"))}</tbody></table>")))));

    [Fact]
    public void Code_that_does_not_fit_below_its_text_has_its_own_slide() =>
        Assert.Equal(2, Slides(Page("", Samples.Text("## Part\n\nLook."), Code(string.Join('\n', Enumerable.Range(1, 18).Select(line => $"var v{line} = {line};"))))).Length);

    [Fact]
    public void Of_a_shared_first_cell_the_look_comes_along_and_nothing_else()
    {
        var page = Page("", Samples.Text("# T"), Code("#!import setup.dib", Html("<style>.dw-x{color:red}</style>"), Html("<p>ready</p>")));
        Assert.Contains(page.Head!.QuerySelectorAll("style"), style => style.TextContent.Contains(".dw-x"));
        Assert.Equal(["T"], Slides(page));
    }

    [Fact]
    public void A_note_stands_on_the_first_slide_alone() =>
        Assert.Equal("Not run yet.", Assert.Single(Page("Not run yet.", Samples.Text(Lesson)).QuerySelectorAll("#slide-1 .undrawn")).TextContent);

    [Fact]
    public void The_file_needs_no_other_and_says_what_stands_at_the_foot()
    {
        var page = Page("", Samples.Text(Lesson));
        Assert.Empty(page.QuerySelectorAll("script[src], link[rel=stylesheet]"));
        Assert.Equal("Foot.", page.QuerySelector("footer")!.TextContent);
        Assert.Equal("1 / 5", page.QuerySelector(".pages output")!.TextContent);
    }

    [Fact]
    public void A_notebook_without_cells_is_a_page_without_slides() => Assert.Empty(Slides(Page("")));
}
