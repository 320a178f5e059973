using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Notebooks.Documents;

/// <summary>Writes the .dib format, which keeps sources and document metadata and nothing else.</summary>
internal static class DibWriter
{
    static readonly JsonSerializerOptions oneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Json.Depth };

    /// <exception cref="NotebookException">A cell would be read as several: the format knows no escape for its separators.</exception>
    public static string Write(Notebook notebook, string fileName = "notebook.dib")
    {
        var (metadata, kernels) = (KernelNames.MetadataOf(notebook), new KernelNames());
        kernels.AddFrom(metadata);
        var text = new StringBuilder().Append("#!meta\n\n").Append(metadata.ToJsonString(oneLine)).Append("\n\n");
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            var content = cell.Text.Trim('\n');
            if (content.Length == 0 && notebook.Cells.Count > 1) continue;
            var lines = DibReader.Lines($"#!{cell.Kernel}\n\n{content}");
            if (lines.Where((line, at) => kernels.Begun(line) != (at == 0 ? cell.Kernel : null)).FirstOrDefault() is { } separator)
                throw new NotebookException($"{fileName} cannot hold cell {index + 1}: "
                    + $"in a .dib file its line '{separator}' begins another; put a space before it.");
            text.AppendJoin('\n', lines).Append("\n\n");
        }
        return text.ToString();
    }
}
