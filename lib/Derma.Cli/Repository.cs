using System.Collections;

namespace Derma.Cli;

/// <summary>What the environment says, read once when the program starts; libraries get it as options.</summary>
static class Surroundings
{
    static readonly Dictionary<string, string> variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => variable.Value is string { Length: > 0 })
        .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);

    /// <summary>The value of a variable; null where it is not set or empty.</summary>
    public static string? Find(string name) => variables.GetValueOrDefault(name);

    /// <summary>Full path of the first of these programs that is on PATH; null where none is.</summary>
    public static string? Program(params string[] names)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Find("PATH") ?? Find("Path") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.SelectMany(name => endings.Select(ending => Path.Combine(folder, name + ending))))
            .FirstOrDefault(File.Exists);
    }
}

/// <summary>Where the workbook's files are.</summary>
static class Repository
{
    static readonly Lazy<string> root = new(Find);

    /// <exception cref="UserError">The program does not lie in a repository, was not started in one, and DERMA_ROOT names none.</exception>
    public static string Root => root.Value;

    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The built library, as the notebooks load it.</summary>
    public static string Library => Path.Combine(Root, "artifacts", "bin", "Derma.Papers", "release");

    public static string Runs => Path.Combine(Root, "runs");

    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>NuGet's folder of packages.</summary>
    public static string Packages => Surroundings.Find("NUGET_PACKAGES") ?? new LabOptions { Root = Root }.Packages;

    static string Find() => Surroundings.Find("DERMA_ROOT") is { } named ? Path.GetFullPath(named)
        : Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
            ?? throw new UserError("The workbook's folder was not found; run this inside the repository, or set DERMA_ROOT to it.");

    static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Derma.slnx"))) return folder.FullName;
        return null;
    }
}
