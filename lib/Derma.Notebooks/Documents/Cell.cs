using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Documents;

/// <summary>One cell of a notebook.</summary>
/// <param name="Kernel">Name of the kernel that runs it, aliases resolved; <c>markdown</c> for text.</param>
/// <param name="Source">Its text, lines separated by LF.</param>
/// <param name="Line">Line of the file, counted from 1, that the first line of <paramref name="Source"/> stands on.</param>
public sealed record Cell(string Kernel, string Source, int Line)
{
    /// <summary>Whether the cell is text to read rather than code to run.</summary>
    [JsonIgnore]
    public bool IsMarkdown => Kernel == KernelNames.Markdown;

    /// <summary>Whether it is text that Jupyter hands on as it is, and neither runs nor shows as markdown.</summary>
    [JsonIgnore]
    public bool IsRaw => IsMarkdown && Fields.At("cell_type").Text() == "raw";

    /// <summary>The source, with what an .ipynb file attaches to the cell written into the links that name it.</summary>
    [JsonIgnore]
    public string Text => (Fields.At("attachments") as JsonObject ?? []).Aggregate(Source, Attach);

    /// <summary>What the file says that the cell showed; only .ipynb files do.</summary>
    [JsonIgnore]
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>All else that an .ipynb file says of the cell: id, metadata, count, attachments, unknown keys; null where
    /// nothing.</summary>
    [JsonIgnore]
    public JsonObject? Fields { get; init; }

    static string Attach(string text, KeyValuePair<string, JsonNode?> file)
    {
        if (file.Value is not JsonObject { Count: > 0 } forms) return text;
        var (type, data) = (forms.First().Key, IpynbReader.Joined(forms.First().Value) ?? "");
        var base64 = data.StartsWith('<') ? Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) : data;
        var uri = $"data:{type};base64,{base64}".ReplaceLineEndings("");
        var names = new[] { file.Key, file.Key.Replace(" ", "%20"), Uri.EscapeDataString(file.Key) }.Select(Regex.Escape);
        return Regex.Replace(text, $@"attachment:(?:{string.Join('|', names)})(?![\w.%-])", _ => uri);
    }
}
