using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>
/// Two numbers for a notebook: one for all that decides what its cells show (their code and that of the files they import, the libraries,
/// the run's options, the results it needs, this program), and one for every word besides, text cells and comments included.
/// </summary>
public sealed partial class Fingerprint
{
    /// <summary>Larger files, which packages bring, are told apart by size and time: to read them takes longer than all else.</summary>
    const long LargestRead = 4L << 20;

    readonly RunOptions options;
    readonly string common;
    readonly ConcurrentDictionary<string, string> libraries = [];

    internal Fingerprint(RunOptions options)
    {
        this.options = options;
        var pairs = new[] { options.Environment, options.Parameters, options.Inputs }
            .SelectMany(pairs => pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        common = string.Join('\n', [typeof(Fingerprint).Module.ModuleVersionId, Environment.Version, options.Stamp, OfTool(), .. pairs]);
    }

    /// <summary>What one engine showed is no result of the other.</summary>
    string OfTool() => options.InteractiveTool is { } tool ? $"{tool} {File.GetLastWriteTimeUtc(tool):O}" : "";

    internal string Of(RunLog log)
    {
        var notebook = log.Run.Notebook;
        var code = notebook.Cells.Where(cell => !cell.IsMarkdown).ToArray();
        var files = new Dictionary<string, (string Meant, string Text)>(StringComparer.Ordinal);
        foreach (var cell in code) AddNamed(cell.Source, Path.GetDirectoryName(log.File)!, Path.GetDirectoryName(log.File)!, files);
        var texts = files.Values.Select(file => file.Text);
        var text = string.Join('\0', notebook.Cells.Select(cell => $"{cell.Line} {cell.Kernel}\0{cell.Source}").Concat(texts));
        var meant = Hash(
        [
            common, .. options.LibraryFolders.Select(folder => libraries.GetOrAdd(folder, OfLibrary)),
            .. code.Select(CodeText.Of), .. files.Values.Select(file => file.Meant),
            .. log.Needs.Select(need => $"{need} {SavedRun.Stamp(options.OutputFolder!, need)}"),
            code.Select(cell => cell.Source).Concat(texts).Any(CodeText.AsksForText) ? text : "",
        ]);
        return $"{meant} {Hash([text])}";
    }

    /// <summary>Whether two fingerprints differ in nothing but words that no cell's results depend on.</summary>
    internal static bool IsOfSameCode(string? saved, string now) => saved is not null && saved.Split(' ')[0] == now.Split(' ')[0];

    /// <summary>Whether outputs name lines of a file, as warnings and traces do.</summary>
    internal static bool TellsLines(IEnumerable<CellRun> cells) => cells.SelectMany(cell => cell.Outputs).Any(output => output switch
    {
        StreamOutput stream => Lines().IsMatch(stream.Text),
        ShownOutput shown => shown.Data.Values.Any(form => Lines().IsMatch(form)),
        _ => true,
    });

    /// <summary>The state of a folder of libraries: every assembly and native library in it, by its bytes.</summary>
    public static string OfLibrary(string folder) => !Directory.Exists(folder) ? ""
        : Hash(new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Extension is ".dll" or ".so" or ".dylib").OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.Name} "
            + (file.Length > LargestRead ? $"{file.Length} {file.LastWriteTimeUtc:O}"
                : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))))));

    /// <summary>
    /// Adds the files that lines of code name, and those that these name: whatever is there of the words of a line, beside the file that
    /// names it or beside the notebook.
    /// </summary>
    void AddNamed(string text, string folder, string root, Dictionary<string, (string, string)> files)
    {
        var names = Naming().Matches(text).Select(line => line.Groups["words"].Value)
            .SelectMany(words => Words().Matches(words).Select(word => word.Value.Trim('"')).Append(words.Trim()))
            .Where(name => !name.Contains('\0'));
        var paths = names.SelectMany(name => new[] { Path.GetFullPath(name, folder), Path.GetFullPath(name, root) });
        foreach (var path in paths.Where(File.Exists))
            if (!files.ContainsKey(path)) Add(path, root, files);
    }

    void Add(string path, string root, Dictionary<string, (string Meant, string Text)> files)
    {
        if (Path.GetExtension(path) == ".dll")
        {
            files[path] = (libraries.GetOrAdd(Path.GetDirectoryName(path)!, OfLibrary), "");
            return;
        }
        var text = File.ReadAllText(path);
        var cells = CellsOf(path);
        // An imported notebook's text cells are part of what the importing cell shows.
        files[path] = (cells is null ? text : string.Join('\0', cells.Select(CodeText.Of)), text);
        AddNamed(cells is null ? text : string.Join('\n', cells.Select(cell => cell.Source)), Path.GetDirectoryName(path)!, root, files);
    }

    static IReadOnlyList<Cell>? CellsOf(string path)
    {
        try
        {
            return Path.GetExtension(path) is ".dib" or ".ipynb" ? Notebook.Load(path).Cells : null;
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    static string Hash(IEnumerable<string> parts) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    [GeneratedRegex(@"^\s*#(?:!import|!value|!set|load|r)\b(?<words>.*)$", RegexOptions.Multiline)]
    private static partial Regex Naming();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\.(?:dib|ipynb|csx?)(?:\(\d|:line \d)")]
    private static partial Regex Lines();
}
