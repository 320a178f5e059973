using System.Text;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Cli;

/// <summary>A notebook as markdown: text as it is, code and what it showed in fences, pictures inline.</summary>
static class MarkdownWriter
{
    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(cell => cell.Source.Length > 0))
        {
            text.Append(cell.IsMarkdown ? cell.Source + "\n\n" : Fence(cell.Kernel, cell.Source));
            foreach (var output in cell.Outputs) text.Append(Shown(output));
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    static string Shown(Output output) => output switch
    {
        StreamOutput stream => Fence("text", stream.Text),
        ErrorOutput error => Fence("text", string.Join('\n', error.Lines)),
        ShownOutput shown => Data(shown.Data),
        _ => "",
    };

    static string Data(IReadOnlyDictionary<string, string> data)
    {
        foreach (var mimeType in new[] { "image/png", "image/jpeg" })
            if (data.TryGetValue(mimeType, out var image)) return $"![output](data:{mimeType};base64,{image.ReplaceLineEndings("")})\n\n";
        if (data.TryGetValue("text/markdown", out var markdown) || data.TryGetValue("text/html", out markdown) || data.TryGetValue("image/svg+xml", out markdown)) return markdown.Trim('\n') + "\n\n";
        if (data.TryGetValue("text/vnd.mermaid", out var diagram)) return Fence("mermaid", diagram);
        return Fence("text", data.GetValueOrDefault("text/plain") ?? string.Join('\n', data.Values));
    }

    /// <summary>A fence longer than any run of backticks inside it.</summary>
    static string Fence(string language, string text)
    {
        var ticks = "```";
        while (text.Contains(ticks, StringComparison.Ordinal)) ticks += '`';
        return $"{ticks}{language}\n{text.TrimEnd('\n')}\n{ticks}\n\n";
    }
}
