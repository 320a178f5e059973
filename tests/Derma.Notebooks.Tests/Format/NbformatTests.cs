using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;
using Derma.Notebooks.Tests.Results;
using Json.Schema;

namespace Derma.Notebooks.Tests.Format;

/// <summary>The files held against the schema that Jupyter publishes.</summary>
public sealed class NbformatTests
{
    static readonly JsonSchema schema = Schema();

    [Fact]
    public void Results_of_every_kind_are_valid() => AssertValid(3, Samples.Passed.ToNotebook());

    [Fact]
    public async Task A_run_that_shows_text_displays_of_many_types_a_result_and_an_error_is_valid()
    {
        var run = await InProcess.RunAsync("#!markdown\n# Title\n#!csharp\n// parameters\nvar rate = 1;\n#!csharp\n#!set --name x --value 1\n\"not json\".DisplayAs(\"application/json\"); \"{\\\"a\\\":1}\".DisplayAs(\"application/json\");"
            + "\n\"[1]\".DisplayAs(\"application/vnd.plotly.v1+json\"); \"a,b\".DisplayAs(\"text/csv\"); display(new string('x', 2_000_000)); HTML(\"\\u0000\\ud800<b>\")\n#!value --name v --from-value 1"
            + "\n#!html\n\n#!javascript\nlet a\n#!mermaid\ngraph TD\n#!csharp\nthrow new Exception(\"a\\nb\");\n#!csharp\nnever");
        Assert.Equal(["DisplayOutput", "ErrorOutput", "ResultOutput", "StreamOutput"], run.Cells.SelectMany(cell => cell.Outputs).Select(output => output.GetType().Name).Distinct().Order());
        AssertValid(run.Cells.Count, run.ToNotebook());
    }

    [Fact]
    public void Results_that_are_run_again_with_other_parameters_have_ids_that_occur_once()
    {
        var first = new Notebook([new("csharp", "// parameters\nvar rate = 1;", 1), new("csharp", "rate", 4), new("csharp", "rate", 6)]);
        AssertValid(4, Parameters.Set(IpynbReader.Parse(IpynbWriter.Write(first)), new Dictionary<string, string> { ["rate"] = "2" }));
    }

    [Fact]
    public void A_failed_notebook_is_valid() => AssertValid(2, Samples.Failed.ToNotebook());

    [Fact]
    public void A_notebook_without_ids_of_its_cells_gets_them() =>
        AssertValid(1, IpynbReader.Parse("""{"cells":[{"cell_type":"code","source":"1","metadata":{}}],"metadata":{},"nbformat":4,"nbformat_minor":2}"""));

    [Theory]
    [InlineData("\"cell_type\":\"code\",\"metadata\":{},\"source\":\"1\",\"outputs\":[],\"execution_count\":null", false)] // no id
    [InlineData("\"id\":\"a b\",\"cell_type\":\"code\",\"metadata\":{},\"source\":\"1\",\"outputs\":[],\"execution_count\":null", false)]
    [InlineData("\"id\":\"a\",\"cell_type\":\"code\",\"metadata\":{},\"source\":\"1\",\"outputs\":[{\"output_type\":\"stream\"}],\"execution_count\":null", false)]
    [InlineData("\"id\":\"a\",\"cell_type\":\"code\",\"metadata\":{},\"source\":\"1\",\"outputs\":[],\"execution_count\":null", true)]
    public void The_schema_tells_a_good_cell_from_a_bad_one(string cell, bool valid) =>
        Assert.Equal(valid, Evaluate($$"""{"cells":[{{{cell}}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""").IsValid);

    static void AssertValid(int cells, Notebook notebook)
    {
        var text = IpynbWriter.Write(notebook);
        var result = Evaluate(text);
        Assert.True(result.IsValid, JsonSerializer.Serialize(result));
        var ids = JsonNode.Parse(text)!["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).ToArray();
        Assert.Equal(cells, ids.Length);
        Assert.Equal(ids, ids.Distinct());
    }

    static EvaluationResults Evaluate(string notebook)
    {
        using var document = JsonDocument.Parse(notebook);
        return schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    // It is written in draft 4, of which it uses nothing that draft 7 reads otherwise.
    static JsonSchema Schema()
    {
        // The validator loses patterns with a slash in them, so it is written as its code.
        var patterns = Regex.Replace(File.ReadAllText(Fixtures.NotebookSchema), "\"\\^[^\"]*\":", pattern => pattern.Value.Replace("/", @"\\x2F"));
        var text = JsonNode.Parse(patterns)!.AsObject();
        text["$schema"] = "http://json-schema.org/draft-07/schema#";
        return JsonSchema.FromText(text.ToJsonString());
    }
}
