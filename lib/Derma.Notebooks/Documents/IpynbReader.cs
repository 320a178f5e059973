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
        var own = metadata["polyglot_notebook"] as JsonObject;
        if (!metadata.ContainsKey("kernelInfo") && own?.Remove("kernelInfo", out var info) == true)
        {
            metadata["kernelInfo"] = info;
            if (own.Count == 0) metadata.Remove("polyglot_notebook");
        }
        kernels.AddFrom(metadata);
        var named = metadata.At("kernelInfo", "defaultKernelName").Text() ?? metadata.At("kernelspec", "language").Text()
            ?? KernelNames.Default;
        defaultKernel = kernels.Resolve(named) ?? named;
    }

    /// <exception cref="NotebookException">It is not JSON, or not of nbformat 4.</exception>
    public static Notebook Parse(string text, string fileName = "notebook.ipynb")
    {
        try
        {
            return Json.Parse(text) is JsonObject document && document["cells"] is JsonArray cells
                ? new IpynbReader(document).Read(cells, SourceLines(text)) : throw new JsonException("it has no list of cells.");
        }
        catch (JsonException problem)
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
            var line = Math.Max(free, cells.Count < sourceLines.Count ? sourceLines[cells.Count] : 1);
            cells.Add(ReadCell(node, $"cell {cells.Count + 1}", line));
        }
        return new(cells, metadata);
    }

    Cell ReadCell(JsonNode? node, string place, int line)
    {
        var fields = Is<JsonObject>(node?.DeepClone(), place);
        fields.Remove("outputs", out var outputs);
        fields.Remove("source", out var source);
        var metadata = fields.Child("metadata");
        if (fields["attachments"] is not JsonObject) fields.Remove("attachments");
        var text = Text(source, $"the source of {place}").Replace("\r\n", "\n").Replace('\r', '\n');
        var type = fields["cell_type"].Text();
        if (type is "markdown" or "raw") return new(KernelNames.Markdown, text, line) { Fields = fields };
        if (type != "code") throw new JsonException($"{place} is neither code nor markdown nor raw.");
        fields["execution_count"] = fields["execution_count"].Count() is >= 0 and var count ? count : null;
        var kernel = metadata.At("polyglot_notebook", "kernelName").Text() ?? metadata.At("dotnet_interactive", "language").Text()
            ?? defaultKernel;
        kernel = kernels.Resolve(kernel) ?? kernel;
        while (text.Split('\n')[0] is ['#', '!', ..] first && kernels.Resolve(first[2..]) is { } named)
            (kernel, text, line) = (named, text[Math.Min(text.Length, first.Length + 1)..], line + 1);
        var shown = Is<JsonArray>(outputs ?? new JsonArray(), $"the list of outputs of {place}");
        return new(kernel, text, line)
            { Fields = fields, Outputs = [.. shown.Select(output => ReadOutput(output, $"an output of {place}"))] };
    }

    static Output ReadOutput(JsonNode? node, string place) => node.At("output_type").Text() switch
    {
        "stream" => new StreamOutput(Text(node.At("name"), place), Text(node.At("text"), place)),
        "error" => new ErrorOutput(Text(node.At("ename"), place), Text(node.At("evalue"), place),
            [.. Is<JsonArray>(node.At("traceback"), place).Select(line => Text(line, place))]),
        "execute_result" => new ResultOutput(Data(node, place)) { Metadata = Metadata(node) },
        "display_data" or "update_display_data" => new DisplayOutput("", Data(node, place)) { Metadata = Metadata(node) },
        _ => throw Wrong(place),
    };

    static JsonObject? Metadata(JsonNode? output) => output.At("metadata")?.DeepClone() as JsonObject;

    static Dictionary<string, string> Data(JsonNode? node, string place) =>
        Is<JsonObject>(node.At("data"), place).ToDictionary(pair => pair.Key, pair => Value(pair.Key, pair.Value, place));

    /// <summary>JSON stands in the file as JSON, or, where the stock tool wrote it, as the lines of its text.</summary>
    static string Value(string mimeType, JsonNode? value, string place)
    {
        if (!MimeTypes.IsJson(mimeType)) return Text(value, place);
        var isText = value is JsonArray && Joined(value)?.TrimStart() is ['{' or '[', ..];
        return isText ? Text(value, place) : value?.ToJsonString() ?? "null";
    }

    static T Is<T>(JsonNode? node, string place) where T : JsonNode => node as T ?? throw Wrong(place);

    static string Text(JsonNode? node, string place) => Joined(node) ?? throw Wrong(place);

    static JsonException Wrong(string place) => new($"{place} is not what the format says.");

    /// <summary>A text, or a list of texts put together as they are: line ends are theirs to bring. Null where it is neither.</summary>
    public static string? Joined(JsonNode? node) => node is not JsonArray lines ? node.Text()
        : lines.All(line => line.Text() is not null) ? string.Concat(lines.Select(Json.Text)) : null;

    /// <summary>For each cell the line of the file on which its source begins, so that errors lead there. Deeper keys of that name belong
    /// to outputs.</summary>
    static int[] SourceLines(string text)
    {
        var keys = SourceKey().Matches(text);
        return [.. keys.Where(key => key.Groups["indent"].Length == keys[0].Groups["indent"].Length)
            .Select(key => text.AsSpan(0, key.Index + key.Length).Count('\n') + 1)];
    }

    [GeneratedRegex("""^(?<indent>[ \t]*)"source":[\s\[]*""", RegexOptions.Multiline)]
    private static partial Regex SourceKey();
}
