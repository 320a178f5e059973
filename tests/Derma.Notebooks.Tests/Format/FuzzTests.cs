using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Format;

/// <summary>Files that nobody meant to write. DERMA_FUZZ_CASES asks for more of them, and DERMA_FUZZ_SEED for others.</summary>
public sealed class FuzzTests
{
    static readonly int cases = Number("DERMA_FUZZ_CASES", 20_000);

    readonly Random random = new(Number("DERMA_FUZZ_SEED", 1));

    static readonly string[] words =
    [
        "#!csharp", "#!md", "#!meta\n{}", "#!meta", "#!own", "var a = \"x\";", "{", "}", "(((((", "/* ", "\"\"\"", "#if A", "# Title", "## ", "- [a](b.dib#c)", "![p](attachment:a.png)",
        "```", "<script>", "</pre>", "<!--", "$$x$$", "$$", "> > > >", "| a | b |\n|--|--|", "[^1]: x", "[a]: b", "*", "_", "\t", " ", "", "\0", "\u0001", "\u2028", "\uFFFF", "\uFFFE", "\uD83D\uDE00", "&amp;", "é", "\r",
    ];

    const string Jupyter = """
        {"cells":[
         {"cell_type":"markdown","id":"a","metadata":{"tags":["x"]},"attachments":{"a.png":{"image/png":"aGk="}},"source":["# T\n","![p](attachment:a.png)"]},
         {"cell_type":"code","id":"b","metadata":{"run":{"seconds":1.5},"polyglot_notebook":{"kernelName":"csharp"},"dotnet_interactive":{"language":"csharp"}},"execution_count":1,"source":["#!csharp\n","var a = 1;"],"outputs":[
          {"output_type":"stream","name":"stdout","text":["a\n"]},
          {"output_type":"display_data","data":{"text/html":["<b>\n","</b>"],"image/png":"aGk=","application/json":{"a":[1,{"b":null}]}},"metadata":{}},
          {"output_type":"execute_result","execution_count":1,"data":{"text/plain":"1","application/vnd.plotly.v1+json":{"data":[]}},"metadata":{"x":1}},
          {"output_type":"error","ename":"E","evalue":"v","traceback":["t"]}]},
         {"cell_type":"raw","id":"c","metadata":{},"source":"raw"}],
        "metadata":{"kernelspec":{"name":".net-csharp","display_name":"C#","language":"C#"},"run":{"started":"2026-01-01T00:00:00Z","seconds":2,"fingerprint":"f"},
         "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","aliases":["c#"]}]}}},"nbformat":4,"nbformat_minor":5}
        """;

    static int Number(string variable, int usual) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    string Any(string[] texts) => texts[random.Next(texts.Length)];

    string Text(int most) => string.Join(Any(["\n", "\n", "\r\n", "", " "]), Enumerable.Range(0, random.Next(most)).Select(_ => Any(words)));

    JsonNode? Value() => random.Next(14) switch
    {
        0 => null, 1 => new JsonArray(), 2 => new JsonObject(), 3 => 7, 4 => -1.5, 5 => true, 6 => 1e300, 7 => new JsonArray(1, null, "x"), 8 => new JsonObject { [Any(words)] = "x" },
        9 => long.MaxValue, 10 => new JsonArray("a\n", "b"), _ => Text(4),
    };

    /// <summary>A document in which one value is another, or one key: half of what people's merges and scripts leave behind.</summary>
    void Change(JsonNode document)
    {
        var node = document;
        while (true)
        {
            var children = node is JsonObject some ? some.Select(pair => pair.Value).ToArray() : [.. (JsonArray)node];
            if (children.Length == 0) return;
            var at = random.Next(children.Length);
            if (children[at] is JsonObject or JsonArray && random.Next(6) > 0)
            {
                node = children[at]!;
                continue;
            }
            if (node is JsonArray list) list[at] = Value();
            else
            {
                var (name, value) = node.AsObject().ElementAt(at);
                if (random.Next(4) == 0) node.AsObject().Remove(name);
                if (random.Next(4) == 0) node[Any(words)] = value?.DeepClone();
                else node[name] = Value();
            }
            return;
        }
    }

    /// <summary>Bytes as a broken disk or a careless editor leaves them.</summary>
    string Damaged(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var count = random.Next(1, 4); count > 0 && bytes.Count > 0; count--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 40));
            if (random.Next(3) == 0) bytes[at] = (byte)random.Next(256);
            else if (random.Next(2) == 0) bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
            else bytes.InsertRange(at, bytes.GetRange(random.Next(at + 1), Math.Min(length, bytes.Count - at)));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    string Document(bool isDib)
    {
        var text = "#!meta\n{\"kernelInfo\":{\"items\":[{\"name\":\"own\"}]}}\n" + Text(14);
        if (!isDib)
        {
            var document = JsonNode.Parse(Jupyter)!;
            document["cells"]![0]!["source"] = Text(8);
            document["cells"]![1]!["source"] = Text(8);
            for (var count = random.Next(4); count > 0; count--) Change(document);
            text = document.ToJsonString();
        }
        return random.Next(4) == 0 ? Damaged(text) : text;
    }

    [Fact]
    public void Any_file_is_read_written_and_shown_or_refused_in_one_sentence_that_names_it()
    {
        var read = 0;
        for (var number = 0; number < cases; number++)
        {
            var text = Document(number % 2 == 0);
            try
            {
                if (Refusal(() => Check(number % 2 == 0 ? DibReader.Parse(text, "a.nb") : IpynbReader.Parse(text, "a.nb"), number % 4 < 2)) is not { } refusal) read++;
                else Assert.Matches(@"\Aa\.nb[^\n]+\z", refusal);
            }
            catch (Exception problem)
            {
                Assert.Fail($"{number}: {problem}\n{text}");
            }
        }
        Assert.InRange(read, cases / 3, cases * 19 / 20);
    }

    static void Check(Notebook notebook, bool asRun)
    {
        var run = NotebookRun.Of("/none/a.nb", notebook);
        if (asRun) Assert.Contains("</html>", Site.Page(run, new() { OutputFolder = "" }) + IndexPage.Html([run], new() { OutputFolder = "" }));
        var text = IpynbWriter.Write(asRun ? run.ToNotebook() : notebook);
        var (again, written) = (IpynbReader.Parse(text), JsonNode.Parse(text)!);
        Assert.Equal(Cells(notebook), Cells(again));
        Assert.True(JsonNode.DeepEquals(written, JsonNode.Parse(IpynbWriter.Write(again))));
        var ids = written["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        if (Refusal(() => DibWriter.Write(notebook, "a.dib")) is { } refusal) Assert.Matches(@"\Aa\.dib cannot hold cell \d+: [^\n]+\z", refusal);
        else
            Assert.Equal(
                notebook.Cells.Select(cell => (cell.Kernel, cell.Text.Trim('\n'))).Where(cell => cell.Item2.Length > 0),
                Cells(DibReader.Parse(DibWriter.Write(notebook))).Where(cell => cell.Item2.Length > 0));
    }

    static IEnumerable<(string, string)> Cells(Notebook notebook) => notebook.Cells.Select(cell => (cell.Kernel, cell.Source));

    static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (NotebookException problem)
        {
            return problem.Message;
        }
    }
}
