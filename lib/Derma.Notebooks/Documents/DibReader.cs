using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>Reads the .dib format: lines of text, in which a line <c>#!kernel</c> begins a cell.</summary>
internal sealed class DibReader(string[] lines, string fileName)
{
    readonly KernelNames kernels = new();
    readonly List<Cell> cells = [];
    JsonObject? metadata;

    /// <exception cref="NotebookException">The meta block is not one JSON object.</exception>
    public static Notebook Parse(string text, string fileName = "notebook.dib") => new DibReader(Lines(text), fileName).Read();

    Notebook Read()
    {
        var (kernel, start) = (KernelNames.Default, 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (metadata is null && lines[at].StartsWith("#!meta", StringComparison.Ordinal))
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
            metadata = JsonSerializer.Deserialize<JsonObject>(string.Join('\n', lines[(at + 1)..end])) ?? throw new JsonException("it is null.");
        }
        catch (JsonException problem)
        {
            throw new NotebookException($"{fileName}({at + 1}): the text after #!meta is not one JSON object: {problem.Message}");
        }
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
