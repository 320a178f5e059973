using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Tests.Format;

public sealed class IpynbReaderTests
{
    static Notebook Read(string cells, string metadata = "{}") => IpynbReader.Parse($"{{\"cells\":[{cells}],\"metadata\":{metadata},\"nbformat\":4,\"nbformat_minor\":5}}", "x.ipynb");

    static Cell One(string cell, string metadata = "{}") => Assert.Single(Read(cell, metadata).Cells);

    static Output Shown(string output) => Assert.Single(One($$"""{"cell_type":"code","metadata":{},"source":"1","outputs":[{{output}}]}""").Outputs);

    [Theory]
    [InlineData("\"a\\nb\"")]
    [InlineData("[\"a\\n\",\"b\"]")]
    public void A_source_is_a_text_or_its_lines(string source) => Assert.Equal("a\nb", One($$"""{"cell_type":"code","metadata":{},"source":{{source}}}""").Source);

    [Theory]
    [InlineData("{\"polyglot_notebook\":{\"kernelName\":\"html\"},\"dotnet_interactive\":{\"language\":\"csharp\"}}", "html")]
    [InlineData("{\"dotnet_interactive\":{\"language\":\"js\"}}", "javascript")]
    [InlineData("{}", "csharp")]
    public void The_kernel_is_the_cells_newer_key_or_its_older_key_or_the_default(string metadata, string kernel) => Assert.Equal(kernel, One($$"""{"cell_type":"code","metadata":{{metadata}},"source":"x"}""").Kernel);

    [Theory]
    [InlineData("{\"kernelspec\":{\"language\":\"F#\",\"name\":\"x\"}}", "fsharp")]
    [InlineData("{\"kernelspec\":{\"language\":\"python\",\"name\":\"x\"}}", "python")]
    [InlineData("{\"polyglot_notebook\":{\"kernelInfo\":{\"defaultKernelName\":\"pwsh\"}},\"kernelspec\":{\"language\":\"C#\",\"name\":\"x\"}}", "pwsh")]
    public void The_default_kernel_is_the_documents(string metadata, string kernel) => Assert.Equal(kernel, One("""{"cell_type":"code","metadata":{},"source":"x"}""", metadata).Kernel);

    [Fact]
    public void A_first_line_that_names_a_kernel_wins_and_is_no_code()
    {
        var cell = One("""{"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"csharp"}},"source":"#!html\n<p>"}""");
        Assert.Equal(("html", "<p>"), (cell.Kernel, cell.Source));
    }

    [Fact]
    public void A_first_line_that_names_no_kernel_is_code() => Assert.Equal("#!time\n1", One("""{"cell_type":"code","metadata":{},"source":"#!time\n1"}""").Source);

    [Theory]
    [InlineData("markdown")]
    [InlineData("raw")]
    public void Text_stays_text_whatever_kernel_its_metadata_names(string type) => Assert.True(One($$$"""{"cell_type":"{{{type}}}","metadata":{"polyglot_notebook":{"kernelName":"csharp"}},"source":"# x"}""").IsMarkdown);

    [Fact]
    public void The_four_kinds_of_output_are_read()
    {
        Assert.Equal(new StreamOutput("stderr", "a\nb"), Shown("""{"output_type":"stream","name":"stderr","text":["a\n","b"]}"""));
        Assert.Equal("<b>", Assert.IsType<DisplayOutput>(Shown("""{"output_type":"display_data","data":{"text/html":["<b>"]},"metadata":{}}""")).Data["text/html"]);
        Assert.Equal("1", Assert.IsType<ResultOutput>(Shown("""{"output_type":"execute_result","execution_count":1,"data":{"text/plain":"1"},"metadata":{}}""")).Data["text/plain"]);
        var error = Assert.IsType<ErrorOutput>(Shown("""{"output_type":"error","ename":"E","evalue":"v","traceback":["t"]}"""));
        Assert.Equal(("E", "v", "t"), (error.Name, error.Message, error.Traceback.Single()));
    }

    [Theory]
    [InlineData("{\"a\": 1}", "{\"a\":1}")]
    [InlineData("[\"{\\n\", \"}\"]", "{\n}")]
    [InlineData("[\"a\", \"b\"]", "[\"a\",\"b\"]")]
    [InlineData("\"text\"", "\"text\"")]
    public void A_value_of_a_json_type_is_its_json(string value, string text) =>
        Assert.Equal(text, ((DisplayOutput)Shown($$$"""{"output_type":"display_data","data":{"application/json":{{{value}}} },"metadata":{}}""")).Data["application/json"]);

    [Fact]
    public void Kernels_of_the_documents_metadata_are_known() => Assert.Equal("sql-db",
        One("""{"cell_type":"code","metadata":{},"source":"#!db\nselect 1"}""", """{"polyglot_notebook":{"kernelInfo":{"items":[{"name":"sql-db","aliases":["db"]}]}}}""").Kernel);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"worksheets\":[]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\"}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"odd\"}]}]}")]
    public void A_file_of_another_format_is_refused_by_name(string text) =>
        Assert.StartsWith("x.ipynb is not a Jupyter notebook of format 4: ", Assert.Throws<NotebookException>(() => IpynbReader.Parse(text, "x.ipynb")).Message);

    [Theory]
    [InlineData("{\"cells\":[],\"nbformat\":4,\"nbformat\":4}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":{\"a\":1,\"\\u0061\":2}}]}")]
    [InlineData("{\"cells\":[7]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"heading\",\"source\":\"\"}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":7,\"source\":\"\"}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":[7]}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":{}}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[[]]}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"stream\",\"name\":1,\"text\":\"\"}]}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"error\",\"ename\":\"\",\"evalue\":\"\",\"traceback\":\"t\"}]}]}")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"display_data\",\"data\":{\"text/plain\":{}}}]}]}")]
    public void What_would_be_lost_is_refused_in_one_line(string text) =>
        Assert.Matches(@"\Ax\.ipynb is not a Jupyter notebook of format 4: [^\n]+\z", Assert.Throws<NotebookException>(() => IpynbReader.Parse(text, "x.ipynb")).Message);

    [Fact]
    public void A_refusal_names_the_cell() => Assert.Equal("x.ipynb is not a Jupyter notebook of format 4: the source of cell 2 is not what the format says.",
        Assert.Throws<NotebookException>(() => Read("""{"cell_type":"raw","source":""},{"cell_type":"code","source":7}""")).Message);

    [Fact]
    public void Lines_of_a_source_are_put_together_as_the_format_says_also_where_they_lack_their_ends() =>
        Assert.Equal("a;b;\nc", One("""{"cell_type":"code","metadata":{},"source":["a;","b;\n","c"]}""").Source);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character_and_a_whole_one_stays() =>
        Assert.Equal("\uFFFD|\uFFFDx|\U0001F600|\\ud800|\uFFFD", One("""{"cell_type":"code","metadata":{},"source":"\ud800|\udc00x|\uD83D\uDE00|\\ud800|\ud83d"}""").Source);

    [Fact]
    public void Lines_that_choose_a_kernel_one_after_the_other_are_no_code() =>
        Assert.Equal(("javascript", "x"), One("""{"cell_type":"code","metadata":{},"source":"#!html\n#!js\nx"}""") is var cell ? (cell.Kernel, cell.Source) : default);

    [Fact]
    public void Deep_values_are_kept_and_what_is_deeper_than_any_notebook_is_refused()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
        static string File(int depth) => """{"cells":[{"cell_type":"code","source":"","outputs":[{"output_type":"display_data","metadata":{},"data":{"application/json":""" + Nested(depth) + "}}]}]}";
        var written = IpynbWriter.Write(IpynbReader.Parse(File(400)));
        Assert.Equal(Nested(400), ((DisplayOutput)IpynbReader.Parse(written).Cells[0].Outputs[0]).Data["application/json"]);
        Assert.Throws<NotebookException>(() => IpynbReader.Parse(File(100_000)));
    }

    [Fact]
    public void Cells_of_a_file_of_one_line_do_not_overlap() =>
        Assert.Equal([1, 3], Read("""{"cell_type":"code","source":"a\nb"},{"cell_type":"code","source":"c"}""").Cells.Select(cell => cell.Line));

    [Fact]
    public void As_dib_the_document_keeps_kernels_that_no_reader_knows()
    {
        var again = DibReader.Parse(DibWriter.Write(Read("""{"cell_type":"code","metadata":{},"source":"print(1)"}""", """{"kernelspec":{"language":"python","name":"python3"}}""")));
        Assert.Equal("python", again.Cells[0].Kernel);
        Assert.Equal("python3", (string?)again.Metadata!["kernelspec"]!["name"]);
    }
}
