using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>Reads the .dib format: lines of text, in which a line <c>#!kernel</c> begins a cell.</summary>
internal static class DibReader
{
    /// <exception cref="NotebookException">The meta block is not one JSON object.</exception>
    public static Notebook Parse(string text, string fileName = "notebook.dib")
    {
        var lines = Lines(text.TrimStart('\uFEFF')).Select((line, index) => (Text: line, Number: index + 1)).ToList();
        var meta = lines.FindIndex(line => line.Text.StartsWith("#!meta", StringComparison.Ordinal));
        var metadata = meta < 0 ? null : TakeMetadata(lines, meta, fileName);
        var (kernels, cells) = (new KernelNames(), new List<Cell>());
        var (kernel, start) = (KernelNames.Default, 0);
        for (var at = 0; at < lines.Count; at++)
        {
            if (at == meta) kernels.AddFrom(metadata!);
            if (kernels.Begun(lines[at].Text) is { } next)
            {
                Add(at);
                (kernel, start) = (next, at + 1);
            }
        }
        Add(lines.Count);
        if (cells.Count == 0) cells.Add(new(kernel, "", 1));
        return new(cells, metadata);

        void Add(int end)
        {
            while (start < end && lines[start].Text.Length == 0) start++;
            while (start < end && lines[end - 1].Text.Length == 0) end--;
            if (start < end) cells.Add(new(kernel, string.Join('\n', lines[start..end].Select(line => line.Text)), lines[start].Number));
        }
    }

    public static string[] Lines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    /// <summary>Takes the meta block out, as VS Code does: what stands around it may be one cell, and the last line stays.</summary>
    static JsonObject TakeMetadata(List<(string Text, int Number)> lines, int at, string fileName)
    {
        var end = lines.FindIndex(at + 1, line => line.Text.StartsWith("#!", StringComparison.Ordinal));
        if (end < 0) end = lines.Count;
        var json = string.Join('\n', lines[(at + 1)..end].Select(line => line.Text));
        lines.RemoveRange(at, Math.Min(end, lines.Count - 1) - at);
        try
        {
            return (Json.Parse(json) ?? new JsonObject()) as JsonObject ?? throw new JsonException("it is something else.");
        }
        catch (JsonException problem)
        {
            throw new NotebookException($"{fileName}({at + 1}): the text after #!meta is not one JSON object: {problem.Message}");
        }
    }
}
