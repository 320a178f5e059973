namespace Derma.Cli;

/// <summary>Where the workbook's files are.</summary>
static class Repository
{
    public static string Root { get; } = Environment.GetEnvironmentVariable("DERMA_ROOT") is { Length: > 0 } root
        ? Path.GetFullPath(root)
        : Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
            ?? throw new UserError("The workbook's folder was not found; run this inside the repository, or set DERMA_ROOT to it.");

    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The built library, as the notebooks load it.</summary>
    public static string Library => Path.Combine(Root, "artifacts", "bin", "Derma.Papers", "release");

    public static string Runs => Path.Combine(Root, "runs");

    static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Derma.slnx"))) return folder.FullName;
        return null;
    }
}
