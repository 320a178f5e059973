using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>
/// Two numbers for a notebook: one for all that decides what its cells show (their code and that of the files they import, the libraries, the
/// run's options, the results it needs, this program), and one for every word besides, text cells and comments included.
/// </summary>
public sealed partial class Fingerprint
{
    /// <summary>Larger files are told apart by size and time: reading them would cost more than running some notebooks.</summary>
    const long LargestRead = 256L << 20;

    readonly RunOptions options;
    readonly string common;
    readonly ConcurrentDictionary<string, string> libraries = [];

    internal Fingerprint(RunOptions options)
    {
        this.options = options;
        var pairs = new[] { options.Environment, options.Parameters, options.Inputs }.SelectMany(pairs => pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        common = string.Join('\n', [typeof(Fingerprint).Module.ModuleVersionId, Environment.Version, options.Stamp, .. pairs]);
    }

    internal string Of(RunLog log)
    {
        var notebook = log.Run.Notebook;
        var code = notebook.Cells.Where(cell => !cell.IsMarkdown).ToArray();
        var files = new Dictionary<string, (string Meant, string Text)>(StringComparer.Ordinal);
        foreach (var cell in code) AddNamed(cell.Source, Path.GetDirectoryName(log.File)!, Path.GetDirectoryName(log.File)!, files);
        var text = string.Join('\0', notebook.Cells.Select(cell => $"{cell.Line} {cell.Kernel}\0{cell.Source}").Concat(files.Values.Select(file => file.Text)));
        var meant = Hash(
        [
            common, .. options.PackageFolders.Select(folder => libraries.GetOrAdd(folder, OfLibrary)), .. code.Select(CodeText.Of), .. files.Values.Select(file => file.Meant),
            .. log.Needs.Select(need => $"{need} {SavedRun.Stamp(options.OutputFolder!, need)}"),
            CodeText.AsksForText(string.Join('\n', code.Select(cell => cell.Source).Concat(files.Values.Select(file => file.Text)))) ? text : "",
        ]);
        return $"{meant} {Hash([text])}";
    }

    /// <summary>Whether two fingerprints differ in nothing but words that no cell's results depend on.</summary>
    internal static bool IsOfSameCode(string? saved, string now) => saved is not null && saved.Split(' ')[0] == now.Split(' ')[0];

    /// <summary>Whether outputs name lines of a file, as warnings and traces do.</summary>
    internal static bool TellsLines(IEnumerable<CellRun> cells) => cells.SelectMany(cell => cell.Outputs).Any(output => output switch
    {
        StreamOutput stream => Lines().IsMatch(stream.Text),
        ShownOutput shown => shown.Data.Any(form => !form.Key.StartsWith("image/", StringComparison.Ordinal) && Lines().IsMatch(form.Value)),
        _ => true,
    });

    /// <summary>The state of a folder of libraries: every assembly and native library in it, by its bytes.</summary>
    public static string OfLibrary(string folder) => !Directory.Exists(folder) ? "" : Hash(new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Extension is ".dll" or ".so" or ".dylib").OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.Name} {(file.Length > LargestRead ? $"{file.Length} {file.LastWriteTimeUtc:O}" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))))}"));

    /// <summary>
    /// Adds the files that lines of code name, and those that these name: whatever is there of the words of a line, beside the file that names
    /// it or beside the notebook.
    /// </summary>
    void AddNamed(string text, string folder, string root, Dictionary<string, (string, string)> files)
    {
        foreach (Match line in Naming().Matches(text))
            foreach (var name in Words().Matches(line.Groups["words"].Value).Select(word => word.Value.Trim('"')).Append(line.Groups["words"].Value.Trim()).Where(name => name.Length > 0 && !name.Contains('\0')))
                foreach (var path in new[] { Path.GetFullPath(name, folder), Path.GetFullPath(name, root) }.Distinct().Where(File.Exists).Where(path => !files.ContainsKey(path)))
                    Add(path, root, files);
    }

    void Add(string path, string root, Dictionary<string, (string Meant, string Text)> files)
    {
        if (Path.GetExtension(path) == ".dll")
        {
            files[path] = (libraries.GetOrAdd(Path.GetDirectoryName(path)!, OfLibrary), "");
            return;
        }
        var text = File.ReadAllText(path);
        // An imported notebook's text cells are part of what the importing cell shows.
        files[path] = (CellsOf(path) is { } cells ? string.Join('\0', cells.Select(CodeText.Of)) : text, text);
        AddNamed(CellsOf(path) is { } named ? string.Join('\n', named.Select(cell => cell.Source)) : text, Path.GetDirectoryName(path)!, root, files);
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
