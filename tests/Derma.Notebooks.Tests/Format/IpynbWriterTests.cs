using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Tests.Results;

namespace Derma.Notebooks.Tests.Format;

public sealed class IpynbWriterTests
{
    readonly JsonNode passed = JsonNode.Parse(IpynbWriter.Write(Samples.Passed.ToNotebook()))!;
    readonly JsonNode failed = JsonNode.Parse(IpynbWriter.Write(Samples.Failed.ToNotebook()))!;

    JsonNode Output(string type) => passed["cells"]![1]!["outputs"]!.AsArray().First(output => (string?)output!["output_type"] == type)!;

    static string Joined(JsonNode? lines) => string.Concat(lines!.AsArray().Select(line => (string?)line));

    [Fact]
    public void It_says_that_it_is_nbformat_4_5() => Assert.Equal((4, 5), ((int)passed["nbformat"]!, (int)passed["nbformat_minor"]!));

    [Fact]
    public void Every_cell_has_an_id_of_its_own_in_the_characters_that_the_format_allows()
    {
        var ids = passed["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(new Regex("^[a-zA-Z0-9-_]{1,64}$"), id));
    }

    [Fact]
    public void Markdown_stays_markdown_and_has_no_outputs()
    {
        Assert.Equal("markdown", (string?)passed["cells"]![0]!["cell_type"]);
        Assert.False(passed["cells"]![0]!.AsObject().ContainsKey("outputs"));
    }

    [Fact]
    public void Code_names_its_kernel_in_both_keys()
    {
        var metadata = passed["cells"]![1]!["metadata"]!;
        Assert.Equal(("csharp", "csharp"), ((string?)metadata["polyglot_notebook"]!["kernelName"], (string?)metadata["dotnet_interactive"]!["language"]));
    }

    [Fact]
    public void Sources_are_lists_of_lines_that_keep_their_ends() =>
        Assert.Equal(["display(1);\n", "Console.WriteLine(\"<hi>\");"], passed["cells"]![1]!["source"]!.AsArray().Select(line => (string)line!));

    [Fact]
    public void Cells_that_did_not_run_have_no_count()
    {
        Assert.Equal(1, (int?)failed["cells"]![0]!["execution_count"]);
        Assert.Null(failed["cells"]![1]!["execution_count"]);
    }

    [Fact]
    public void Console_text_is_a_stream() => Assert.Equal(("stdout", "<hi>\n"), ((string?)Output("stream")["name"], Joined(Output("stream")["text"])));

    [Fact]
    public void A_display_has_data_by_mime_type() => Assert.Equal("<b>one</b>", Joined(Output("display_data")["data"]!["text/html"]));

    [Fact]
    public void A_result_has_the_count_of_its_cell() => Assert.Equal((1, "two\nlines"), ((int)Output("execute_result")["execution_count"]!, Joined(Output("execute_result")["data"]!["text/plain"])));

    [Fact]
    public void A_value_of_a_json_type_is_json() => Assert.Equal("scatter", (string?)passed["cells"]![1]!["outputs"]![3]!["data"]!["application/vnd.plotly.v1+json"]!["data"]![0]!["type"]);

    [Fact]
    public void An_error_has_name_value_and_traceback()
    {
        var error = failed["cells"]![0]!["outputs"]![0]!;
        Assert.Equal(("error", "CompilationError"), ((string?)error["output_type"], (string?)error["ename"]));
        Assert.Equal("02-second.dib(6,9): error CS0103: no c", (string?)error["evalue"]);
        Assert.Equal(2, error["traceback"]!.AsArray().Count);
    }

    [Fact]
    public void The_document_names_its_kernel_and_keeps_the_notebooks_own_metadata()
    {
        var run = Samples.Passed with { Notebook = Samples.Passed.Notebook with { Metadata = new JsonObject { ["own"] = 1, ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } } } };
        var metadata = JsonNode.Parse(IpynbWriter.Write(run.ToNotebook()))!["metadata"]!;
        Assert.Equal(".net-csharp", (string?)metadata["kernelspec"]!["name"]);
        Assert.Equal("csharp", (string?)metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal(1, (int?)metadata["own"]);
    }
}
