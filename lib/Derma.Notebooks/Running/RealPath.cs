namespace Derma.Notebooks.Running;

/// <summary>Where a file lies once every link on the way to it is followed.</summary>
public static class RealPath
{
    /// <summary>The full path without links; what is not there counts as named.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.LinkTarget is null ? here : entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
