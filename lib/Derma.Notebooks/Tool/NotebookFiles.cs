using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary>The files that a command line names, and those that it would write.</summary>
public static class NotebookFiles
{
    static readonly string[] kinds = [".dib", ".ipynb"];

    /// <summary>Whether a file is a notebook, by its ending.</summary>
    public static bool IsNotebook(string path) => kinds.Contains(Path.GetExtension(path));

    /// <summary>Full paths of the notebooks that are named, by file or folder.</summary>
    /// <exception cref="NotebookException">There is no such file, or no notebook in a folder.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> names) => [.. names.SelectMany(Named).Distinct()];

    /// <summary>The notebooks in a folder, by name; none where it holds none.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        // What editors and systems leave beside a file begins with a dot.
        [.. Directory.GetFiles(Path.GetFullPath(folder)).Where(path => IsNotebook(path) && !Path.GetFileName(path).StartsWith('.'))
            .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)];

    /// <summary>Looks at the files that a run will write.</summary>
    /// <param name="files">The notebooks.</param>
    /// <param name="folders">Where their results and pages go.</param>
    /// <param name="isNew">Whether no run has written there yet, so that what lies there is a person's.</param>
    /// <exception cref="NotebookException">A result would be written over a notebook of the run, or over a person's file.</exception>
    public static void CheckTargets(IReadOnlyList<string> files, IReadOnlyList<string> folders, bool isNew)
    {
        var sources = files.Select(RealPath.Of).ToHashSet();
        IEnumerable<string> TargetsOf(string file) =>
            folders.SelectMany(folder => Targets(folder, Path.GetFileNameWithoutExtension(file)));
        foreach (var target in files.SelectMany(TargetsOf))
            if (sources.Contains(RealPath.Of(target)) || (isNew && File.Exists(target)))
                throw new NotebookException($"A result would be written over {target}; name another folder by --out.");
    }

    static string[] Targets(string folder, string name) => [Path.Combine(folder, name + ".ipynb"), Path.Combine(folder, name + ".html")];

    static IReadOnlyList<string> Named(string name)
    {
        if (Directory.Exists(name))
            return In(name) is { Count: > 0 } files ? files
                : throw new NotebookException($"There is no .dib or .ipynb file in the folder '{name}'.");
        if (!File.Exists(name)) throw new NotebookException($"There is no file or folder '{name}'.");
        return IsNotebook(name) ? [Path.GetFullPath(name)] : throw new NotebookException($"{name} is neither a .dib nor an .ipynb file.");
    }
}
