namespace Derma.Training;

/// <summary>
/// The layout of Keras' <c>flow_from_directory</c> and of most Kaggle sets: <c>train/Class/photo.jpg</c>, <c>test/Class/…</c>.
/// </summary>
/// <remarks>
/// Folder names are taken in any case, and <c>val</c>, <c>valid</c> and <c>validation</c> are the same. Where there is <c>test</c> but no
/// validation part, <c>test</c> is <see cref="Subset.Validation"/>, as in the CNN report (2.1), which holds out one part for both ends.
/// A photo may lie in any folder below its class's. Tables beside the parts say which photos show one lesion.
/// </remarks>
public static class ImageFolder
{
    static readonly string[] TrainNames = ["train", "training"];
    static readonly string[] ValidationNames = ["val", "valid", "validation"];
    static readonly string[] TestNames = ["test", "testing"];

    /// <summary>Lists the photos below <paramref name="root"/>; classes are the folders of the training part in ordinal order.</summary>
    /// <param name="id">Name of the set, also its title.</param>
    /// <param name="root">Folder that holds <c>train</c> and <c>test</c>.</param>
    /// <exception cref="UserError">A folder is missing, a class is in one part only, or there is only one class.</exception>
    public static PhotoSet Open(string id, string root)
    {
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set '{id}'.");
        var train = Part(root, TrainNames) ?? throw new UserError($"'{root}' has no folder 'train' with one folder a class.");
        var classes = Names(train);
        ClassNames.Check(classes, train);
        (string Folder, Subset Subset)[] parts = [(train, Subset.Train), .. HeldOut(root)];
        foreach (var (folder, _) in parts[1..]) CheckSameClasses(classes, train, folder);
        var files = FolderWalk.Of(root);
        var set = new PhotoSet(id, id, Synthetic: false, classes, []) { Root = root, IsDivided = true };
        return Placed(set, files, parts, SetTables.Of(root, files)).Counted();
    }

    internal static bool Fits(string root) => Part(root, TrainNames) is { } train && FolderWalk.Folders(train).Length > 0;

    static string? Part(string root, string[] names) =>
        FolderWalk.Folders(root).FirstOrDefault(folder => names.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));

    static string[] Names(string part) => Array.ConvertAll(FolderWalk.Folders(part), folder => Path.GetFileName(folder));

    static (string Folder, Subset Subset)[] HeldOut(string root) => (Part(root, ValidationNames), Part(root, TestNames)) switch
    {
        ({ } validation, { } test) => [(validation, Subset.Validation), (test, Subset.Test)],
        ({ } validation, null) => [(validation, Subset.Validation)],
        (null, { } test) => [(test, Subset.Validation)],
        _ => throw new UserError($"'{root}' has no folder 'test' or 'val' with photos that training does not see."),
    };

    static void CheckSameClasses(string[] classes, string train, string folder)
    {
        var names = Names(folder);
        ClassNames.CheckAlike(names, folder);
        if (names.Where(name => IndexOf(classes, name) < 0).ToArray() is { Length: > 0 } extra)
            throw new UserError($"'{folder}' has {Words(extra)}, which '{train}' lacks; both need the same class folders.");
        if (classes.Where(name => IndexOf(names, name) < 0).ToArray() is { Length: > 0 } missing)
            throw new UserError($"'{folder}' lacks {Words(missing)} of '{train}'; both need the same class folders.");
    }

    static string Words(string[] names) =>
        $"the class{(names.Length == 1 ? "" : "es")} {string.Join(", ", names.Select(name => $"'{name}'"))}";

    static int IndexOf(string[] names, string name) =>
        Array.IndexOf(names, name) is >= 0 and var exact ? exact : Array.FindIndex(names, other => TableText.IsSameName(other, name));

    static PhotoSet Placed(PhotoSet set, IReadOnlyList<FoundFile> files, (string Folder, Subset Subset)[] parts, SetTables tables)
    {
        string[] classes = [.. set.Classes];
        var places = files.Select(file => (File: file, Place: PlaceOf(file.Path, parts, classes))).ToList();
        var used = places.Where(entry => entry.File.Problem is null && entry.Place.Problem is null).ToList();
        var contradictions = used.Select(entry => Contradiction(classes[entry.Place.Label], entry.File.Path)).OfType<string>();
        return set with
        {
            Photos = [.. used.OrderBy(entry => entry.Place.Subset).ThenBy(entry => entry.Place.Label)
                .ThenBy(entry => entry.File.Path, StringComparer.Ordinal)
                .Select(entry => new Photo(entry.File.Path, entry.Place.Label, tables.GroupOf(entry.File.Path), entry.Place.Subset))],
            Skipped = [.. places.Except(used).Select(entry => tables.Paths.Contains(entry.File.Path) ? tables.Skip(entry.File)
                : new SkippedPhoto(entry.File.Path, entry.File.Problem ?? entry.Place.Problem!))],
            Found = files.Count,
            Rows = tables.ByFile,
            Remarks = [.. tables.Remarks, .. SetTables.First([.. contradictions])],
        };

        string? Contradiction(string folder, string path) => tables.ByFile.GetValueOrDefault(path)?.Label is { } label
            && IndexOf(classes, label) is >= 0 and var index && classes[index] != folder
            ? $"{Path.GetFileName(path)} lies in {folder}, and the table says {label}: the folder counts." : null;
    }

    static (Subset Subset, int Label, string? Problem) PlaceOf(string path, (string Folder, Subset Subset)[] parts, string[] classes)
    {
        var part = parts.FirstOrDefault(part => path.StartsWith(part.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var names = string.Join(", ", parts.Select(each => Path.GetFileName(each.Folder)));
        if (part.Folder is null) return (default, -1, $"lies in none of the parts {names}");
        var below = Path.GetRelativePath(part.Folder, path).Split(Path.DirectorySeparatorChar);
        var label = below.Length > 1 ? IndexOf(classes, below[0]) : -1;
        return (part.Subset, label, label < 0 ? "lies in no class's folder" : null);
    }
}
