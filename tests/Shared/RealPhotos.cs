namespace Derma.TestSupport;

/// <summary>Photos of real skin, which are not part of the project: tests that need them are skipped by name where they are absent.</summary>
internal static class RealPhotos
{
    /// <summary>HAM10000's seven classes in folders, train and test.</summary>
    public const string Folders = "ham10000-7";

    /// <summary>HAM10000 as Kaggle has it: photos in two parts, and a table.</summary>
    public const string Kaggle = "ham10000-kaggle";

    /// <summary>The folder of a set in <c>shared/data</c> beside the repository, or a part of it; skips the test where it is absent.</summary>
    public static string Folder(params string[] path)
    {
        var folder = Path.GetFullPath(Path.Combine([RepositoryPaths.Root, "..", "shared", "data", .. path]));
        Skip.IfNot(Directory.Exists(folder), $"The real photos '{string.Join('/', path)}' are not here.");
        return folder;
    }
}
