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
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"has space!\"")]
    [InlineData("\"b\"")] // another cell's
    [InlineData("\"cell-1\"")] // what the writer might choose for another
    [InlineData("\"b\\n\"")]
    [InlineData("\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")] // 65 characters
    public void An_id_that_is_none_or_anothers_gives_way_to_one_of_its_own(string id)
    {
        var notebook = IpynbReader.Parse($$$"""
            {"cells":[{"cell_type":"code","source":"0","metadata":{}},{"id":"b","cell_type":"code","source":"1","metadata":{}},{"id":{{{id}}},"cell_type":"markdown","source":"2","metadata":{}}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        AssertValid(3, notebook);
        Assert.Equal("b", (string?)JsonNode.Parse(IpynbWriter.Write(notebook))!["cells"]![1]!["id"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("[[\"tags\",[]]]")]
    public void Metadata_of_another_type_count_as_empty(string metadata) => AssertValid(2, NotebookRun.Of("x.ipynb", IpynbReader.Parse($$$"""
        {"cells":[{"cell_type":"markdown","source":"# T","attachments":{{{metadata}}},"metadata":{{{metadata}}}},{"cell_type":"code","source":"1","metadata":{{{metadata}}},"execution_count":"1",
        "outputs":[{"output_type":"display_data","data":{},"metadata":{{{metadata}}}}]}],"metadata":{{{metadata}}},"nbformat":4}
        """)).ToNotebook());

    [Theory]
    [InlineData("\"run\":[]")]
    [InlineData("\"run\":{\"started\":1,\"seconds\":\"x\",\"fingerprint\":{}}")]
    [InlineData("\"run\":{\"seconds\":1e300}")]
    [InlineData("\"kernelInfo\":7,\"polyglot_notebook\":7,\"dotnet_interactive\":[]")]
    [InlineData("\"kernelInfo\":{\"items\":{}},\"polyglot_notebook\":{\"kernelInfo\":{\"defaultKernelName\":[]}}")]
    public void What_others_keep_under_the_keys_that_are_used_here_breaks_nothing(string keys) => AssertValid(1, NotebookRun.Of("x.ipynb", IpynbReader.Parse($$$"""
        {"cells":[{"cell_type":"code","source":"1","metadata":{{{{keys}}}},"execution_count":1,"outputs":[]}],"metadata":{{{{keys}}}},"nbformat":4}
        """)).ToNotebook());

    [Fact]
    public void A_code_cell_that_chooses_markdown_is_written_as_a_markdown_cell() =>
        AssertValid(1, IpynbReader.Parse("""{"cells":[{"cell_type":"code","source":"#!markdown\n# T","metadata":{},"execution_count":1,"outputs":[{"output_type":"display_data","data":{},"metadata":{}}]}]}"""));

    [Fact]
    public void A_raw_cell_stays_one() => Assert.Equal("raw", (string?)JsonNode.Parse(IpynbWriter.Write(NotebookRun.Of("x.ipynb",
        IpynbReader.Parse("""{"cells":[{"cell_type":"raw","source":"x","metadata":{}}]}""")).ToNotebook()))!["cells"]![0]!["cell_type"]);

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
