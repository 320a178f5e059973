using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Running;

/// <summary>One number for all that decides what a notebook shows: its text and that of the files it imports, the libraries it loads, the run's options, the results it needs, this program.</summary>
internal sealed partial class Fingerprint(RunOptions options)
{
    /// <summary>Larger files are told apart by size and time: reading them would cost more than running some notebooks.</summary>
    const long LargestRead = 256L << 20;

    readonly ConcurrentDictionary<string, string> folders = [];

    readonly string common = string.Join('\n', new[] { typeof(Fingerprint).Module.ModuleVersionId.ToString(), Environment.Version.ToString(), options.Stamp }
        .Concat(new[] { options.Environment, options.Parameters, options.Inputs }.SelectMany(pairs => pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))));

    public string Of(string file, IEnumerable<string> needs) =>
        Hash([common, .. options.PackageFolders.Select(path => folders.GetOrAdd(path, OfFolder)), .. Files(file, Path.GetDirectoryName(file)!, []), .. needs.Select(need => $"{need} {SavedRun.Stamp(options.OutputFolder!, need)}")]);

    /// <summary>The text of a file, and all that its directives name.</summary>
    IEnumerable<string> Files(string file, string folder, HashSet<string> seen)
    {
        if (!seen.Add(file) || !File.Exists(file)) return [];
        var text = File.ReadAllText(file);
        return Named().Matches(text).SelectMany(match => Path.GetFullPath(match.Groups["path"].Value, folder) is var path && match.Groups["kind"].Value == "r"
            ? File.Exists(path) ? [folders.GetOrAdd(Path.GetDirectoryName(path)!, OfFolder)] : []
            : Files(path, folder, seen)).Prepend(text);
    }

    /// <summary>The state of a folder of libraries: every assembly and native library in it, by its bytes.</summary>
    public static string OfFolder(string folder) => !Directory.Exists(folder) ? "" : Hash(new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".dll" or ".so" or ".dylib").OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => file.Length > LargestRead ? $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}" : $"{file.FullName} {OfFile(file)}"));

    static string OfFile(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    static string Hash(IEnumerable<string> parts) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    [GeneratedRegex("""^[\s"]*#(?<kind>!import|load|r)\s+(?:--file\s+)?\\?"?(?<path>[^"\\\r\n]+)""", RegexOptions.Multiline)]
    private static partial Regex Named();
}
