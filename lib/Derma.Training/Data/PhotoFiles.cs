namespace Derma.Training;

/// <summary>What counts as a photo, and as a folder, on disk.</summary>
internal static class PhotoFiles
{
    static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    /// <summary>Files with a photo's extension in any case, hidden ones left out, in ordinal order.</summary>
    public static string[] In(string folder) => Sorted(Directory.EnumerateFiles(folder).Where(IsPhoto));

    /// <summary>Folders, hidden ones and those of archivers left out, in ordinal order of their names.</summary>
    public static string[] Folders(string folder) => Sorted(Directory.EnumerateDirectories(folder));

    static bool IsPhoto(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    static string[] Sorted(IEnumerable<string> paths) =>
        [.. paths.Where(path => !IsHidden(Path.GetFileName(path))).OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)];

    static bool IsHidden(string name) => name.StartsWith('.') || name == "__MACOSX";
}
