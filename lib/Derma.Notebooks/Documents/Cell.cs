using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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

    /// <summary>What the file says that the cell showed; only .ipynb files do.</summary>
    [JsonIgnore]
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>All else that an .ipynb file says of the cell: id, metadata, count, attachments, unknown keys; null where nothing.</summary>
    [JsonIgnore]
    public JsonObject? Fields { get; init; }
}
