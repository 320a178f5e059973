namespace Derma.Notebooks.Tests.Display;

[Collection(nameof(OneNotebook))]
public sealed class DisplayTests(OneNotebook notebook)
{
    [Fact]
    public void A_trailing_null_is_shown_as_such() => Assert.Contains("&lt;null&gt;", notebook["null"].Result());

    [Fact]
    public void A_trailing_displayed_value_is_not_shown_again() =>
        Assert.Equal("once", Assert.Single(notebook["displayed value"].Shown())["text/plain"]);

    [Fact]
    public void Values_are_displayed_in_their_preferred_mime_type() => Assert.Equal(
        ["text/html", "text/plain", "text/html"], notebook["display"].Shown().SelectMany(data => data.Keys));

    [Fact]
    public void Html_is_shown_as_it_is() => Assert.Equal("<b>bold</b>", notebook["html"].Result());

    [Fact]
    public void A_display_has_one_id_and_ends_in_its_last_state_even_when_a_later_cell_updates_it()
    {
        Assert.Contains("third", Assert.Single(notebook["context"].Shown())["text/html"]);
        Assert.Empty(notebook["update later"].Outputs);
    }

    [Fact]
    public void A_registered_formatter_is_used() => Assert.Equal("<em>3</em>", notebook["formatter"].Result());

    [Fact]
    public void Scripts_and_styles_are_displayed_as_html()
    {
        var shown = notebook["script and style"].Shown().Select(data => data["text/html"]).ToList();
        Assert.Equal("<script type=\"text/javascript\">let a = 1</script>", shown[0]);
        Assert.StartsWith("<script type=\"text/javascript\">var css = `p { color: red }`", shown[1]);
    }

    [Theory]
    [InlineData("html", "text/html", "<p>html</p>")]
    [InlineData("javascript", "application/javascript", "let js = 1;")]
    [InlineData("mermaid", "text/vnd.mermaid", "graph TD; A-->B")]
    public void Cells_of_other_kernels_show_their_text_by_mime_type(string kernel, string mimeType, string text) =>
        Assert.Equal(text, Assert.Single(notebook.Run.Cells.Single(cell => cell.Cell.Kernel == kernel).Shown())[mimeType]);

    [Fact]
    public void A_string_is_plain_text() => Assert.Equal("plain", notebook["plain text"].Shown()[0]["text/plain"]);

    [Fact]
    public void A_row_of_scalars_is_one_line_and_a_long_one_is_cut_at_twenty()
    {
        Assert.Contains("[ 1, 2, 3 ]", notebook["scalars in a row"].Result());
        Assert.Contains("20 ... (80 more) ]", notebook["long row"].Result());
    }

    [Fact]
    public void A_row_of_objects_is_a_table_by_index() => Assert.Contains("<i>index</i></th><th>value</th>", notebook["rows of objects"].Result());

    [Fact]
    public void A_dictionary_is_a_table_by_key() => Assert.Contains("key", notebook["dictionary"].Result());

    [Fact]
    public void Text_in_tags_is_encoded() => Assert.Contains("<b>&lt;1&gt;</b>", notebook["tags"].Result());

    [Fact]
    public void The_mime_type_may_be_chosen() => Assert.Equal(["text/plain", "text/html"], notebook["display as"].Shown().SelectMany(data => data.Keys));

    [Fact]
    public void A_sequence_that_was_never_made_is_null()
    {
        var shown = notebook["sequences that were never made"].Shown().Select(data => data["text/html"]).ToList();
        Assert.Equal(3, shown.Count);
        Assert.Contains("&lt;null&gt;", shown[0]);
        Assert.Contains("[ 1, 2 ]", shown[1]);
        Assert.Contains("&lt;null&gt;", shown[2]);
    }

    [Fact]
    public void Events_published_by_hand_are_shown() => Assert.Equal("published", notebook["published"].Shown()[0]["text/plain"]);
}
