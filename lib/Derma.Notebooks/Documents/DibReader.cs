using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>Reads the .dib format: lines of text, in which a line <c>#!kernel</c> begins a cell.</summary>
internal sealed class DibReader
{
    const string MetaLine = "#!meta";

    readonly string[] lines;
    readonly string fileName;
    readonly KernelNames kernels = new();
    readonly List<Cell> cells = [];
    JsonObject? metadata;

    DibReader(string text, string fileName) => (lines, this.fileName) = (Lines(text), fileName);

    /// <summary>The notebook that the text of a file holds; lines may end in CR, LF or both. Messages use the name.</summary>
    /// <exception cref="NotebookException">The meta block is not one JSON object.</exception>
    public static Notebook Parse(string text, string fileName = "notebook.dib") => new DibReader(text, fileName).Read();

    Notebook Read()
    {
        var (kernel, start) = (KernelNames.Default, 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (metadata is null && lines[at].StartsWith(MetaLine, StringComparison.Ordinal))
            {
                AddCell(kernel, start, at);
                at = ReadMetadata(at);
                (kernel, start) = (KernelNames.Default, at + 1);
            }
            else if (lines[at].StartsWith("#!", StringComparison.Ordinal) && kernels.Resolve(lines[at][2..]) is { } next)
            {
                AddCell(kernel, start, at);
                (kernel, start) = (next, at + 1);
            }
        }
        AddCell(kernel, start, lines.Length);
        if (cells.Count == 0) cells.Add(new(KernelNames.Default, "", 1));
        return new(cells, metadata);
    }

    /// <summary>Reads the block that begins on line <paramref name="at"/> and returns its last line.</summary>
    int ReadMetadata(int at)
    {
        var end = Array.FindIndex(lines, at + 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        if (end < 0) end = lines.Length;
        try
        {
            metadata = JsonNode.Parse(string.Join('\n', lines[(at + 1)..end])) as JsonObject;
        }
        catch (JsonException problem)
        {
            throw new NotebookException($"{fileName}({at + 1}): the text after #!meta is not one JSON object: {problem.Message}");
        }
        if (metadata is null) throw new NotebookException($"{fileName}({at + 1}): the text after #!meta is not a JSON object.");
        kernels.AddFrom(metadata);
        return end - 1;
    }

    void AddCell(string kernel, int start, int end)
    {
        while (start < end && lines[start].Length == 0) start++;
        while (start < end && lines[end - 1].Length == 0) end--;
        if (start < end) cells.Add(new(kernel, string.Join('\n', lines[start..end]), start + 1));
    }

    static string[] Lines(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
}
