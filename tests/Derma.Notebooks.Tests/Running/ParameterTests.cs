using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

public sealed class ParameterTests
{
    static Notebook Set(string text, string name, string value) => Parameters.Set(DibReader.Parse(text), new Dictionary<string, string> { [name] = value });

    [Theory]
    [InlineData("0.5", "rate = 0.5;")]
    [InlineData("-3", "rate = -3;")]
    [InlineData("1e-4", "rate = 1e-4;")]
    [InlineData("true", "rate = true;")]
    [InlineData("two \"words\"", "rate = \"two \\\"words\\\"\";")]
    public void Numbers_and_truths_stay_what_they_are_and_all_else_is_text(string value, string line) =>
        Assert.EndsWith("\n" + line, Set("#!csharp\n// parameters\nvar rate = 1.0;\n#!csharp\nrate", "rate", value).Cells[1].Source);

    [Theory]
    [InlineData("string id = null;", "007", "id = \"007\";")]
    [InlineData("string? id = null;", "null", "id = null;")]
    [InlineData("string id = Make();", "null", "id = \"null\";")]
    [InlineData("var id = \"001\";", "1", "id = \"1\";")]
    [InlineData("var id = $\"{1}\";", "true", "id = \"true\";")]
    [InlineData("object id = \"1\";", "2", "id = \"2\";")]
    [InlineData("id = \"a\";", "1e5", "id = \"1e5\";")]
    [InlineData("var id = Make();", "007", "id = \"007\";")]
    [InlineData("var id = Make();", "7", "id = 7;")]
    [InlineData("int id = -1;", "007", "id = 007;")]
    public void A_text_stays_a_text_whatever_it_looks_like(string declaration, string value, string line) =>
        Assert.EndsWith("\n" + line, Set("#!csharp\n// parameters\n" + declaration, "id", value).Cells[1].Source);

    [Fact]
    public void A_name_in_a_comment_or_of_a_property_is_no_parameter() =>
        Assert.Single(Set("#!csharp\n// parameters: rate = 1\nvar a = new A(); a.rate = 2;", "rate", "3").Cells);

    [Fact]
    public void The_values_stand_in_a_cell_after_the_marked_one() =>
        Assert.Equal(["1", "// parameters\nvar rate = 1;", "// the parameters of this run\nrate = 2;", "rate"],
            Set("#!csharp\n1\n#!csharp\n// parameters\nvar rate = 1;\n#!csharp\nrate", "rate", "2").Cells.Select(cell => cell.Source));

    [Fact]
    public void Jupyters_tag_marks_the_cell_too()
    {
        var notebook = IpynbReader.Parse("""{"cells":[{"cell_type":"code","metadata":{"tags":["parameters"]},"source":"var rate = 1;"}],"nbformat":4}""");
        Assert.Equal(2, Parameters.Set(notebook, new Dictionary<string, string> { ["rate"] = "2" }).Cells.Count);
    }

    [Theory]
    [InlineData("#!csharp\n// parameters\nvar other = 1;")]
    [InlineData("#!csharp\nvar rate = 1;")]
    public void A_notebook_without_the_parameter_stays_as_it_is(string text) => Assert.Single(Set(text, "rate", "2").Cells);

    [Fact]
    public async Task A_parameter_keeps_its_type()
    {
        var run = await RunText.Async("#!csharp\n// parameters\ndouble rate = 0.1;\n#!csharp\nrate / 2 + \"\"", with: options => options with { Parameters = new Dictionary<string, string> { ["rate"] = "5" } });
        Assert.Equal("2.5", run.Cells[^1].Result());
    }

    [Fact]
    public async Task A_parameter_that_no_notebook_has_is_an_error_before_anything_runs()
    {
        var problem = await Assert.ThrowsAsync<NotebookException>(() => RunText.Async("1", with: options => options with { Parameters = new Dictionary<string, string> { ["rate"] = "5" } }));
        Assert.Equal("No notebook of this run has a parameter 'rate': a cell that begins with '// parameters' and sets it.", problem.Message);
    }
}
