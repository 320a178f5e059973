using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Tests.Magics;

[Collection(nameof(OneNotebook))]
public sealed class MagicTests(OneNotebook notebook)
{
    [Fact]
    public void A_magic_command_splits_a_cell_into_submissions_with_a_value_each() =>
        Assert.Equal(2, notebook["two values"].Outputs.OfType<ResultOutput>().Count());

    [Fact]
    public void Time_shows_the_wall_time_after_the_cell() =>
        Assert.Matches(@"^Wall time: [0-9.]+ms$", notebook["two values"].Shown()[^1]["text/plain"]);

    [Fact]
    public void An_import_runs_the_cells_of_the_file_in_place_with_shared_state()
    {
        var shown = notebook["import"].Shown();
        Assert.Equal("# Imported", shown[0]["text/markdown"]);
        Assert.Equal("from setup", shown[1]["text/plain"]);
        Assert.Equal("<i>imported</i>", shown[2]["text/html"]);
        Assert.Contains("42", shown[3]["text/html"]);
    }

    [Theory]
    [InlineData("set literal", "123|String")]
    [InlineData("set from csharp", "20|Double")]
    [InlineData("set object", "2|JsonDocument")]
    [InlineData("set input", "teal")]
    [InlineData("set input by prompt", "Ada")]
    [InlineData("set password", "************|pass")]
    [InlineData("asked in code", "Ada")]
    [InlineData("share value", "two\nlines|1")]
    public void Set_and_share_give_variables_of_the_kinds_that_the_stock_tool_gives(string rule, string shown) => Assert.Equal(shown, notebook[rule].Result());

    [Fact]
    public void Json_as_a_value_stays_a_string() => Assert.Contains(">13<", notebook["set json text"].Result());

    [Theory]
    [InlineData("set by reference")]
    [InlineData("share")]
    public void By_reference_is_the_same_object(string rule) => Assert.Contains("True", notebook[rule].Result());

    [Fact]
    public void Who_names_the_variables_and_whos_adds_type_and_value()
    {
        Assert.Contains("number\t", notebook["who"].Shown()[0]["text/html"]);
        Assert.Matches("<td>literal</td><td>.*System.String.*</td><td>.*123.*</td>", notebook["whos"].Shown()[0]["text/html"]);
    }

    [Fact]
    public void About_tells_the_version() => Assert.Contains(Environment.Version.ToString(), notebook["about"].Shown()[0]["text/html"]);

    [Fact]
    public void Lsmagic_lists_every_command() => Assert.All(
        ["#!import", "#!set", "#!share", "#!value", "#!time", "#!who", "#!whos", "#!about", "#!lsmagic"], magic => Assert.Contains(magic, notebook["list of magics"].Shown()[0]["text/html"]));

    [Fact]
    public void Value_stores_and_shows_its_text_in_its_mime_type()
    {
        Assert.Contains(notebook.Run.Cells, cell => cell.Shown().Any(data => data.GetValueOrDefault("text/plain") == "two\nlines"));
        Assert.Contains(notebook.Run.Cells, cell => cell.Shown().Any(data => data.GetValueOrDefault("application/json") == "{\"a\":1}"));
    }

    [Fact]
    public async Task A_kernel_name_inside_a_jupyter_cell_switches_to_that_kernel()
    {
        var run = await InProcess.RunAsync("""{"cells":[{"cell_type":"code","source":"1\n#!html\n<b>2</b>\n#!csharp\n3"}],"nbformat":4}""", name: "01-test.ipynb");
        var shown = run.Cells[0].Shown();
        Assert.Equal((3, "<b>2</b>"), (shown.Count, shown[1]["text/html"]));
    }

    [Fact]
    public void An_import_may_name_its_file_by_option() => Assert.Contains("40", notebook["import by option"].Shown()[^1]["text/html"]);

    [Fact]
    public void A_package_is_restored_and_its_assembly_referenced() => Assert.Equal("<p><em>a</em></p>\n", notebook["package"].Result());
}
