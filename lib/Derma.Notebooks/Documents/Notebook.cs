using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>A notebook as a file holds it.</summary>
/// <param name="Cells">The cells in their order.</param>
/// <param name="Metadata">The document's own metadata, keys that this library does not know included; null when it has none.</param>
public sealed record Notebook(IReadOnlyList<Cell> Cells, JsonObject? Metadata = null)
{
    /// <summary>The text of the first heading of level 1 or 2, or null.</summary>
    public string? Title => Cells.Where(cell => cell.IsMarkdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .Where(line => line is ['#', ' ', ..] or ['#', '#', ' ', ..])
        .Select(line => line.TrimStart('#').Trim())
        .FirstOrDefault();

    /// <summary>Reads a notebook from disk.</summary>
    /// <exception cref="NotebookException">The file is missing, of a kind that cannot be read, or malformed.</exception>
    public static Notebook Load(string path)
    {
        if (!File.Exists(path)) throw new NotebookException($"There is no notebook at {path}.");
        var name = Path.GetFileName(path);
        return Path.GetExtension(path) switch
        {
            ".dib" => DibReader.Parse(File.ReadAllText(path), name),
            ".ipynb" => IpynbReader.Parse(File.ReadAllText(path), name),
            _ => throw new NotebookException($"{path} is neither a .dib nor an .ipynb file."),
        };
    }

    /// <summary>Writes the notebook as its file's ending says, whole or not at all, and makes the folder where needed. A .dib file keeps
    /// no outputs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ending"><c>.dib</c> or <c>.ipynb</c> where the file's own ending is not to say it.</param>
    /// <exception cref="NotebookException">The ending is neither, or a cell has no form in a .dib file; nothing is written.</exception>
    public void Save(string path, string? ending = null)
    {
        var text = (ending ?? Path.GetExtension(path)) switch
        {
            ".dib" => DibWriter.Write(this, Path.GetFileName(path)),
            ".ipynb" => IpynbWriter.Write(this),
            _ => throw new NotebookException($"{path} is neither a .dib nor an .ipynb file."),
        };
        WholeFile.Write(path, text);
    }
}
