namespace Derma.Notebooks.Worker;

/// <summary>A notebook file one of whose cells is running.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Cell">The cell's place in the file, from 1.</param>
/// <param name="Importer">The file that imports it, or null for the notebook itself.</param>
internal sealed record SourceFile(string Path, int Cell, SourceFile? Importer = null)
{
    /// <summary>The name that messages use.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is being imported already, directly or not.</summary>
    public bool IsWithin(string path) => Path == path || Importer?.IsWithin(path) == true;
}
