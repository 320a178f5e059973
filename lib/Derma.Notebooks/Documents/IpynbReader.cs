using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Documents;

/// <summary>Reads Jupyter's format, nbformat 4, with all its outputs; keys that this library does not know are kept.</summary>
internal sealed partial class IpynbReader
{
    readonly KernelNames kernels = new();
    readonly JsonObject metadata;
    readonly string defaultKernel;

    IpynbReader(JsonObject document)
    {
        metadata = document["metadata"]?.DeepClone() as JsonObject ?? [];
        if (metadata["polyglot_notebook"] is JsonObject own && own.Remove("kernelInfo", out var info))
        {
            metadata["kernelInfo"] = info;
            if (own.Count == 0) metadata.Remove("polyglot_notebook");
        }
        kernels.AddFrom(metadata);
        var named = (string?)metadata["kernelInfo"]?["defaultKernelName"] ?? (string?)metadata["kernelspec"]?["language"] ?? KernelNames.Default;
        defaultKernel = kernels.Resolve(named) ?? named;
    }

    /// <exception cref="NotebookException">It is not JSON, or not of nbformat 4.</exception>
    public static Notebook Parse(string text, string fileName = "notebook.ipynb")
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject { } document && document["cells"] is JsonArray cells) return new IpynbReader(document).Read(cells, SourceLines(text));
            throw new NotebookException($"{fileName} is not a Jupyter notebook of format 4: it has no list of cells.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new NotebookException($"{fileName} is not a Jupyter notebook of format 4: {problem.Message}");
        }
    }

    Notebook Read(JsonArray array, IReadOnlyList<int> sourceLines)
    {
        var cells = new List<Cell>();
        foreach (var node in array)
        {
            // Lines must not overlap, or an error could not be told to one cell; in a file of one line they would.
            var free = cells.Count == 0 ? 1 : cells[^1].Line + cells[^1].Source.Count(character => character == '\n') + 1;
            cells.Add(ReadCell((JsonObject)node!, Math.Max(free, cells.Count < sourceLines.Count ? sourceLines[cells.Count] : 1)));
        }
        return new(cells, metadata);
    }

    Cell ReadCell(JsonObject node, int line)
    {
        var fields = (JsonObject)node.DeepClone();
        fields.Remove("outputs", out var outputs);
        fields.Remove("source", out var source);
        var text = Text(source ?? throw new JsonException("a cell has no source.")).Replace("\r\n", "\n").Replace('\r', '\n');
        if ((string?)fields["cell_type"] != "code") return new(KernelNames.Markdown, text, line) { Fields = fields };
        var kernel = (string?)fields["metadata"]?["polyglot_notebook"]?["kernelName"] ?? (string?)fields["metadata"]?["dotnet_interactive"]?["language"];
        kernel = kernel is null ? defaultKernel : kernels.Resolve(kernel) ?? kernel;
        var first = text.Split('\n')[0];
        if (first.StartsWith("#!", StringComparison.Ordinal) && kernels.Resolve(first[2..]) is { } named)
            (kernel, text, line) = (named, text[Math.Min(text.Length, first.Length + 1)..], line + 1);
        return new(kernel, text, line) { Fields = fields, Outputs = [.. (outputs as JsonArray ?? []).Select(output => ReadOutput((JsonObject)output!))] };
    }

    static Output ReadOutput(JsonObject node) => (string?)node["output_type"] switch
    {
        "stream" => new StreamOutput((string)node["name"]!, Text(node["text"]!)),
        "error" => new ErrorOutput((string)node["ename"]!, (string)node["evalue"]!, [.. ((JsonArray)node["traceback"]!).Select(line => (string)line!)]),
        "execute_result" => new ResultOutput(Data(node)) { Metadata = node["metadata"]?.DeepClone() as JsonObject },
        "display_data" or "update_display_data" => new DisplayOutput("", Data(node)) { Metadata = node["metadata"]?.DeepClone() as JsonObject },
        var other => throw new JsonException($"there is no output of type '{other}'."),
    };

    static Dictionary<string, string> Data(JsonObject node) => ((JsonObject)node["data"]!).ToDictionary(pair => pair.Key, pair => Value(pair.Key, pair.Value));

    /// <summary>JSON stands in the file as JSON, or, where the stock tool wrote it, as the lines of its text.</summary>
    static string Value(string mimeType, JsonNode? value)
    {
        if (!MimeTypes.IsJson(mimeType)) return Text(value!);
        var isText = value is JsonArray lines && lines.Count > 0 && lines.All(line => line?.GetValueKind() == JsonValueKind.String) && Text(lines).TrimStart() is ['{' or '[', ..];
        return isText ? Text(value!) : value?.ToJsonString() ?? "null";
    }

    static string Text(JsonNode value) => value is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)value ?? "";

    /// <summary>For each cell the line of the file on which its source begins, so that errors lead there. Deeper keys of that name belong to outputs.</summary>
    static int[] SourceLines(string text)
    {
        var keys = SourceKey().Matches(text);
        return [.. keys.Where(key => key.Groups["indent"].Length == keys[0].Groups["indent"].Length).Select(key => text.AsSpan(0, key.Index + key.Length).Count('\n') + 1)];
    }

    [GeneratedRegex("""^(?<indent>[ \t]*)"source":[\s\[]*""", RegexOptions.Multiline)]
    private static partial Regex SourceKey();
}
