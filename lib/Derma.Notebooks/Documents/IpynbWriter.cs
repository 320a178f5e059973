using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Documents;

/// <summary>Writes notebooks with their outputs in Jupyter's format, nbformat 4.5.</summary>
internal static partial class IpynbWriter
{
    static readonly JsonSerializerOptions indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Json.Depth,
    };

    public static string Write(Notebook notebook) => new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Zip(Ids(notebook.Cells), Cell)]),
        ["metadata"] = Metadata(notebook),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(indented) + "\n";

    /// <summary>An id for each cell: its own where the format allows that and no cell before has it.</summary>
    static IEnumerable<string> Ids(IReadOnlyList<Cell> cells)
    {
        var own = cells.Select(cell => cell.Fields.At("id").Text() is { } id && Id().IsMatch(id) ? id : "").ToArray();
        var (taken, given) = (own.ToHashSet(), new HashSet<string> { "" });
        return own.Select((id, index) => given.Add(id) ? id
            : Enumerable.Range(index + 1, int.MaxValue - index).Select(number => $"cell-{number}").First(taken.Add));
    }

    static JsonObject Cell(Cell cell, string id)
    {
        var node = (JsonObject)(cell.Fields?.DeepClone() ?? new JsonObject());
        node["cell_type"] = cell.IsRaw ? "raw" : cell.IsMarkdown ? "markdown" : "code";
        node["id"] = id;
        var metadata = node.Child("metadata");
        node["source"] = Lines(cell.Source);
        if (cell.IsMarkdown)
        {
            node.Remove("execution_count");
            return node;
        }
        metadata.Child("dotnet_interactive")["language"] = cell.Kernel;
        metadata.Child("polyglot_notebook")["kernelName"] = cell.Kernel;
        node.TryAdd("execution_count", null);
        node["outputs"] = new JsonArray([.. cell.Outputs.Select(output => Output(output, node["execution_count"]))]);
        return node;
    }

    static JsonObject Output(Output output, JsonNode? executionCount) => output switch
    {
        StreamOutput stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        ErrorOutput error => new()
        {
            ["output_type"] = "error", ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = Strings(error.Traceback),
        },
        _ => Shown((ShownOutput)output, executionCount),
    };

    static JsonObject Shown(ShownOutput output, JsonNode? executionCount)
    {
        var node = new JsonObject
        {
            ["output_type"] = output is ResultOutput ? "execute_result" : "display_data",
            ["data"] = new JsonObject(output.Data.Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Key, pair.Value)))),
            ["metadata"] = output.Metadata?.DeepClone() ?? new JsonObject(),
        };
        if (output is ResultOutput) node["execution_count"] = executionCount?.DeepClone();
        return node;
    }

    /// <summary>Values of JSON types are embedded as JSON, as Jupyter's readers expect; all others as lines of text.</summary>
    static JsonNode? Value(string mimeType, string text)
    {
        if (!MimeTypes.IsJson(mimeType)) return Lines(text);
        try
        {
            // A notebook is a few levels deeper than a value in it.
            return Json.Parse(text, Json.Depth - 8);
        }
        catch (JsonException)
        {
            return Lines(text);
        }
    }

    static JsonObject Metadata(Notebook notebook)
    {
        var metadata = (JsonObject)(notebook.Metadata?.DeepClone() ?? KernelNames.MetadataOf(notebook));
        if (metadata.At("polyglot_notebook", "kernelInfo") is null && metadata.Remove("kernelInfo", out var kernelInfo))
            metadata.Child("polyglot_notebook")["kernelInfo"] = kernelInfo;
        metadata.TryAdd("kernelspec", new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" });
        metadata.TryAdd("language_info", new JsonObject
        {
            ["name"] = "C#", ["version"] = "13.0", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp",
            ["pygments_lexer"] = "csharp",
        });
        return metadata;
    }

    static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        var last = lines.Length - 1;
        return Strings(lines.Select((line, index) => index < last ? line + "\n" : line).Where(line => line.Length > 0));
    }

    static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Id();
}
