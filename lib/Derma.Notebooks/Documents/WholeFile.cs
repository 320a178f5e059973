namespace Derma.Notebooks.Documents;

/// <summary>Files that are either the old one or the whole new one.</summary>
internal static class WholeFile
{
    public static void Write(string path, string text)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!).FullName;
        var temporary = Path.Combine(folder, "." + Path.GetRandomFileName());
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
