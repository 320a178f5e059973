using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Derma.Notebooks.Tests.Format;

public sealed class RoundTripTests
{
    static readonly Gen<string> line = Gen.Elements("", " ", "x", "#!csharp", "#!html", "#!md", "#!js", "#!value --name x", "#!time", " #!csharp", "#!csharp ", "\ttab", "ü \"q\" <&> \\", "```", "#!own", "#!");
    static readonly Gen<string> ending = Gen.Elements("\n", "\r", "\r\n");
    static readonly Gen<string> text = line.Zip(ending, (content, end) => content + end).ListOf().Select(string.Concat);
    static readonly Gen<string> meta = Gen.Elements("", "#!meta\n{}\n", "#!meta\n\n{\"kernelInfo\":{\"items\":[{\"name\":\"own\"}]},\n\"kept\":{\"a\":[1,null,\"ü<\"]}}\n\n");

    [Property]
    public Property A_dib_file_read_written_and_read_again_is_the_same_notebook() => Prop.ForAll(meta.Zip(text, (head, body) => head + body).ToArbitrary(), file =>
    {
        Notebook notebook;
        try { notebook = DibReader.Parse(file); }
        catch (NotebookException) { return true; } // the generated text made the meta block bad
        var again = DibReader.Parse(DibWriter.Write(notebook));
        return notebook.Cells.Select(cell => (cell.Kernel, cell.Source)).SequenceEqual(again.Cells.Select(cell => (cell.Kernel, cell.Source)))
            && (notebook.Metadata is null || JsonNode.DeepEquals(notebook.Metadata, again.Metadata));
    });

    static readonly Gen<string> output = Gen.Elements(
        """{"output_type":"stream","name":"stdout","text":["a\n","b"]}""",
        """{"output_type":"display_data","data":{"text/html":["<b>\n","</b>"],"image/png":["aGk="]},"metadata":{"image/png":{"width":3}}}""",
        """{"output_type":"display_data","data":{"application/vnd.plotly.v1+json":{"data":[1,{"x":["a","b"]}]},"application/json":["a","b"]},"metadata":{}}""",
        """{"output_type":"execute_result","execution_count":7,"data":{"text/plain":["1"]},"metadata":{"own":true}}""",
        """{"output_type":"error","ename":"E","evalue":"v","traceback":["one","two\nthree"]}""");
    static readonly Gen<string> jupyterCell = Gen.OneOf(
        output.ListOf().Zip(Gen.Choose(1, 1_000_000), (outputs, id) => $$$"""
            {"cell_type":"code","id":"c{{{id}}}","execution_count":7,"metadata":{"tags":["a"],"own":{"deep":[1]},"polyglot_notebook":{"kernelName":"fsharp","more":1},"dotnet_interactive":{"language":"fsharp"}},
            "source":["let x = 1\n","\n","x"],"outputs":[{{{string.Join(',', outputs)}}}]}
            """),
        Gen.Choose(1, 1_000_000).Select(id => $$$"""{"cell_type":"markdown","id":"m{{{id}}}","metadata":{"own":1},"attachments":{"a.png":{"image/png":"aGk="}},"source":["# T\n","\n"]}"""),
        Gen.Choose(1, 1_000_000).Select(id => $$$"""{"cell_type":"raw","id":"r{{{id}}}","metadata":{"format":"text/x-rst"},"source":["raw"]}"""));

    [Property(MaxTest = 50)]
    public Property An_ipynb_file_read_and_written_keeps_everything() => Prop.ForAll(jupyterCell.ListOf().ToArbitrary(), cells =>
    {
        var file = $$$"""
            {"cells":[{{{string.Join(',', cells)}}}],"metadata":{"kernelspec":{"name":".net-fsharp","display_name":"F","language":"F#"},"language_info":{"name":"F#"},"own":[1,{"x":null}],
            "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp","items":[{"name":"fsharp"}]},"also":2}},"nbformat":4,"nbformat_minor":5}
            """;
        return JsonNode.DeepEquals(JsonNode.Parse(file), JsonNode.Parse(IpynbWriter.Write(IpynbReader.Parse(file))));
    });
}
