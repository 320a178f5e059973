using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>The state of what a run's trainings depend on besides its choices: the built library and the photos.</summary>
static class RunStamp
{
    public const string FileName = "made-with.txt";

    public static string Of(LabOptions options) => $"library {Fingerprint.OfLibrary(Repository.Library)}\nphotos {Photos(options.Data)}\n";

    /// <summary>The state that the run in a folder was made with; null where it did not say.</summary>
    public static string? Read(string folder) => File.Exists(Path.Combine(folder, FileName)) ? File.ReadAllText(Path.Combine(folder, FileName)) : null;

    /// <summary>Number, size and newest time of a set's files; the built-in drawings are part of the library.</summary>
    static string Photos(string data)
    {
        if (data == LabOptions.BuiltIn) return data;
        var files = new DirectoryInfo(data.Split('=', 2)[1]).EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        return $"{data} {files.Count} {files.Sum(file => file.Length)} {(files.Count == 0 ? "" : files.Max(file => file.LastWriteTimeUtc).ToString("O"))}";
    }
}
