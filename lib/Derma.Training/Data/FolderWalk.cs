namespace Derma.Training;

/// <summary>What lies below a folder: every file, whatever its name or kind, and every folder that cannot be looked into.</summary>
internal sealed class FolderWalk
{
    static readonly string[] Litter = ["__MACOSX", "lost+found", "$RECYCLE.BIN", "System Volume Information", "@eaDir"];

    readonly HashSet<string> linked = new(StringComparer.Ordinal);
    readonly List<FoundFile> found = [];

    FolderWalk()
    {
    }

    /// <summary>Lists the files in ordinal order, folder by folder, and looks at the first bytes of each.</summary>
    /// <param name="root">A folder that exists.</param>
    public static IReadOnlyList<FoundFile> Of(string root)
    {
        var walk = new FolderWalk();
        walk.Enter(root, problem: null, [Path.GetFullPath(root)]);
        return [.. walk.found.AsParallel().AsOrdered()
            .Select(file => file with { Problem = file.Problem ?? PhotoHeader.Problem(file.Path) })];
    }

    /// <summary>The folders in a folder that can be entered, hidden ones and those of systems and archivers left out.</summary>
    public static string[] Folders(string folder) => Entries(folder) is not { } entries ? []
        : [.. entries.Where(entry => Left(entry) is null && Directory.Exists(entry) && CanEnter(entry))];

    /// <summary>All that lies in a folder, in ordinal order; null where it may not be entered.</summary>
    public static string[]? Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static bool CanEnter(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Any() || true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    void Enter(string folder, string? problem, IReadOnlyList<string> above)
    {
        if (Entries(folder) is not { } entries) found.Add(new FoundFile(folder, "is a folder that may not be entered"));
        else
            foreach (var entry in entries)
                if (!Directory.Exists(entry)) found.Add(new FoundFile(entry, problem ?? Left(entry)));
                else if (Real(entry) is var real && (above.Contains(real) || real != entry && !linked.Add(real)))
                    found.Add(new FoundFile(entry, "is a link to a folder that is listed already"));
                else Enter(entry, problem ?? Left(entry), [.. above, real]);
    }

    static string Real(string folder) =>
        new DirectoryInfo(folder) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : folder;

    static string? Left(string path) => Path.GetFileName(path) switch
    {
        ['.', ..] => "is hidden",
        var name when Litter.Contains(name) => "was put there by a system or an archiver",
        _ => null,
    };
}

/// <summary>A file below a data set's folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Problem">Why it is no photo, or null where it may be one.</param>
internal sealed record FoundFile(string Path, string? Problem);
