namespace Derma.Notebooks.Worker;

/// <summary>A notebook file, which of its cells is running (from 1), and the file that imports it.</summary>
internal sealed record SourceFile(string Path, int Cell, SourceFile? Importer = null)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is being imported already, directly or not.</summary>
    public bool IsWithin(string path) => Path == path || Importer?.IsWithin(path) == true;
}
