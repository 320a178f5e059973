using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Running;

/// <summary>One number for all that decides what a notebook shows: its text and that of the files it imports, the libraries it loads, the run's options, the results it needs, this program.</summary>
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

    internal string Of(string file, IEnumerable<string> needs) => Hash(
    [
        common, .. options.PackageFolders.Select(folder => libraries.GetOrAdd(folder, OfLibrary)), .. Files(file, Path.GetDirectoryName(file)!, []),
        .. needs.Select(need => $"{need} {SavedRun.Stamp(options.OutputFolder!, need)}"),
    ]);

    /// <summary>The state of a folder of libraries: every assembly and native library in it, by its bytes.</summary>
    public static string OfLibrary(string folder) => !Directory.Exists(folder) ? "" : Hash(new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Extension is ".dll" or ".so" or ".dylib").OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.Name} {(file.Length > LargestRead ? $"{file.Length} {file.LastWriteTimeUtc:O}" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))))}"));

    IEnumerable<string> Files(string file, string folder, HashSet<string> seen)
    {
        if (!seen.Add(file) || !File.Exists(file)) return [];
        if (Path.GetExtension(file) == ".dll") return [libraries.GetOrAdd(Path.GetDirectoryName(file)!, OfLibrary)];
        var text = File.ReadAllText(file);
        return Named().Matches(text).SelectMany(match => Files(Path.GetFullPath(match.Groups["path"].Value.Trim(), folder), folder, seen)).Prepend(text);
    }

    static string Hash(IEnumerable<string> parts) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    [GeneratedRegex("""^[\s"]*#(?:!import|!value|load|r)\s+(?:.*--(?:from-)?file\s+)?\\?"?(?<path>[^"\\\r\n]+)""", RegexOptions.Multiline)]
    private static partial Regex Named();
}
