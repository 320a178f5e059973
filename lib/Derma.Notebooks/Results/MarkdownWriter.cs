using System.Text;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Results;

/// <summary>A notebook as markdown: text as it is, code and what it showed in fences, pictures inline.</summary>
internal static partial class MarkdownWriter
{
    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(cell => cell.Source.Length > 0))
        {
            text.Append(cell.IsMarkdown ? Closed(cell.Text) + "\n\n" : Fence(cell.Kernel, cell.Source));
            foreach (var output in cell.Outputs) text.Append(Shown(output));
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A text that opens a fence and leaves it open would take the cells after it in.</summary>
    static string Closed(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            var fence = FenceLine().Match(line);
            if (!fence.Success) continue;
            var ticks = fence.Groups["ticks"].Value;
            if (open is null) open = ticks;
            else if (ticks.StartsWith(open, StringComparison.Ordinal) && fence.Groups["info"].Value.Trim().Length == 0) open = null;
        }
        return open is null ? text : $"{text}\n{open}";
    }

    [GeneratedRegex(@"^ {0,3}(?<ticks>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$")]
    private static partial Regex FenceLine();

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
            if (data.TryGetValue(mimeType, out var image))
                return $"![output](data:{mimeType};base64,{image.ReplaceLineEndings("")})\n\n";
        foreach (var mimeType in new[] { "text/markdown", "text/html", "image/svg+xml" })
            if (data.TryGetValue(mimeType, out var text)) return Closed(text.Trim('\n')) + "\n\n";
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
