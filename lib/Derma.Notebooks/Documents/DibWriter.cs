using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>Writes the .dib format, which keeps sources and document metadata and nothing else.</summary>
internal static class DibWriter
{
    static readonly JsonSerializerOptions oneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder().Append("#!meta\n\n").Append(KernelNames.MetadataOf(notebook).ToJsonString(oneLine)).Append("\n\n");
        foreach (var cell in notebook.Cells.Where(cell => cell.Source.Length > 0))
            text.Append("#!").Append(cell.Kernel).Append("\n\n").Append(cell.Source).Append("\n\n");
        return text.ToString();
    }
}
