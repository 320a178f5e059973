using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>Writes notebooks with their outputs in Jupyter's format, nbformat 4.5.</summary>
public static class IpynbWriter
{
    static readonly JsonSerializerOptions indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file, whole or not at all, and makes its folder where needed.</summary>
    public static void Save(NotebookRun run, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path + ".tmp", Write(run));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>The text of the .ipynb file.</summary>
    public static string Write(NotebookRun run) => new JsonObject
    {
        ["cells"] = new JsonArray([.. run.Cells.Select(Cell)]),
        ["metadata"] = Metadata(run.Notebook),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(indented) + "\n";

    static JsonObject Cell(CellRun run)
    {
        var cell = new JsonObject { ["cell_type"] = run.Cell.IsMarkdown ? "markdown" : "code", ["id"] = $"cell-{run.Number}" };
        cell["metadata"] = run.Cell.IsMarkdown ? new JsonObject() : CellMetadata(run.Cell.Kernel);
        cell["source"] = Lines(run.Cell.Source);
        if (run.Cell.IsMarkdown) return cell;
        cell["execution_count"] = run.ExecutionCount;
        cell["outputs"] = new JsonArray([.. run.Outputs.Select(output => Output(output, run.ExecutionCount))]);
        return cell;
    }

    static JsonObject CellMetadata(string kernel) => new()
    {
        ["dotnet_interactive"] = new JsonObject { ["language"] = kernel },
        ["polyglot_notebook"] = new JsonObject { ["kernelName"] = kernel },
    };

    static JsonObject Output(Output output, int? executionCount) => output switch
    {
        StreamOutput stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        ErrorOutput error => new()
        {
            ["output_type"] = "error", ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = Strings(error.Traceback),
        },
        ResultOutput result => new()
        {
            ["output_type"] = "execute_result", ["execution_count"] = executionCount, ["data"] = Data(result.Data), ["metadata"] = new JsonObject(),
        },
        DisplayOutput display => new() { ["output_type"] = "display_data", ["data"] = Data(display.Data), ["metadata"] = new JsonObject() },
        _ => throw new NotSupportedException($"No form in nbformat for {output.GetType().Name}."),
    };

    static JsonObject Data(IReadOnlyDictionary<string, string> data) =>
        new(data.Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Key, pair.Value))));

    /// <summary>Values of JSON types are embedded as JSON, as Jupyter's readers expect; all others as lines of text.</summary>
    static JsonNode? Value(string mimeType, string text)
    {
        if (!mimeType.EndsWith("json", StringComparison.Ordinal)) return Lines(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return Lines(text);
        }
    }

    static JsonObject Metadata(Notebook notebook)
    {
        var metadata = (JsonObject)(notebook.Metadata ?? KernelNames.MetadataFor(notebook.Cells)).DeepClone();
        metadata.Remove("kernelInfo", out var kernelInfo);
        metadata["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" };
        metadata["language_info"] = new JsonObject
        {
            ["name"] = "C#", ["version"] = "13.0", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["pygments_lexer"] = "csharp",
        };
        metadata["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = kernelInfo };
        return metadata;
    }

    static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        var last = lines.Length - 1;
        return Strings(lines.Select((line, index) => index < last ? line + "\n" : line).Where(line => line.Length > 0));
    }

    static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
