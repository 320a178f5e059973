namespace Derma.Training;

/// <summary>
/// The layout of Keras' <c>flow_from_directory</c> and of most Kaggle sets: <c>train/Class/photo.jpg</c>, <c>test/Class/…</c>.
/// </summary>
/// <remarks>
/// Folder names are taken in any case, and <c>val</c>, <c>valid</c> and <c>validation</c> are the same. Where there is <c>test</c> but no
/// validation part, <c>test</c> is <see cref="Subset.Validation"/>, as in the CNN report (2.1), which holds out one part for both ends.
/// Where HAM10000's table lies beside the parts, it says which photos show one lesion.
/// </remarks>
public static class ImageFolder
{
    static readonly string[] TrainNames = ["train", "training"];
    static readonly string[] ValidationNames = ["val", "valid", "validation"];
    static readonly string[] TestNames = ["test", "testing"];

    /// <summary>Lists the photos below <paramref name="root"/>; classes are the folders of the training part in ordinal order.</summary>
    /// <param name="id">Name of the set, also its title.</param>
    /// <param name="root">Folder that holds <c>train</c> and <c>test</c>.</param>
    /// <exception cref="UserError">A folder is missing, a class is empty or unknown, or there is only one class.</exception>
    public static PhotoSet Open(string id, string root)
    {
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set '{id}'.");
        var train = Part(root, TrainNames) ?? throw new UserError($"'{root}' has no folder 'train' with one folder a class.");
        var classes = Classes(train);
        var heldOut = HeldOut(root);
        foreach (var (folder, _) in heldOut) CheckSameClasses(classes, train, folder);
        IEnumerable<(string Folder, Subset Subset)> parts = [(train, Subset.Train), .. heldOut];
        var lesions = Lesions(root);
        Photo[] photos = [.. parts.SelectMany(part => Photos(part.Folder, part.Subset, classes, lesions))];
        return new PhotoSet(id, id, Synthetic: false, classes, photos);
    }

    internal static bool Fits(string root) => Part(root, TrainNames) is not null;

    static string? Part(string root, string[] names) =>
        PhotoFiles.Folders(root).FirstOrDefault(folder => names.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));

    static string[] Classes(string train)
    {
        var classes = Array.ConvertAll(PhotoFiles.Folders(train), folder => Path.GetFileName(folder));
        var few = classes.Length == 0 ? "no class folder" : "only one class folder";
        if (classes.Length < 2) throw new UserError($"'{train}' has {few}; a classifier needs two or more.");
        return classes;
    }

    static (string Folder, Subset Subset)[] HeldOut(string root) => (Part(root, ValidationNames), Part(root, TestNames)) switch
    {
        ({ } validation, { } test) => [(validation, Subset.Validation), (test, Subset.Test)],
        ({ } validation, null) => [(validation, Subset.Validation)],
        (null, { } test) => [(test, Subset.Validation)],
        _ => throw new UserError($"'{root}' has no folder 'test' or 'val' with photos that training does not see."),
    };

    static void CheckSameClasses(string[] classes, string train, string folder)
    {
        var names = Array.ConvertAll(PhotoFiles.Folders(folder), path => Path.GetFileName(path));
        if (names.Except(classes).FirstOrDefault() is { } extra)
            throw new UserError($"'{folder}' has the class '{extra}', which '{train}' lacks; both need the same class folders.");
        if (classes.Except(names).FirstOrDefault() is { } missing)
            throw new UserError($"'{folder}' lacks the class '{missing}' of '{train}'; both need the same class folders.");
    }

    static Dictionary<string, string> Lesions(string root) => LesionTable.Find(root) is not { } table ? []
        : LesionTable.Read(table).DistinctBy(record => record.ImageId).ToDictionary(record => record.ImageId, record => record.LesionId);

    static IEnumerable<Photo> Photos(string folder, Subset subset, string[] classes, Dictionary<string, string> lesions)
    {
        return classes.SelectMany((name, label) => Files(name).Select(file => new Photo(file, label, LesionOf(file), subset)));

        string LesionOf(string file) => lesions.GetValueOrDefault(Path.GetFileNameWithoutExtension(file), file);

        string[] Files(string name) => PhotoFiles.In(Path.Combine(folder, name)) is { Length: > 0 } files ? files
            : throw new UserError($"The class folder '{Path.Combine(folder, name)}' holds no .jpg, .jpeg or .png file.");
    }
}

/// <summary>What counts as a photo, and as a folder, on disk.</summary>
internal static class PhotoFiles
{
    static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    /// <summary>Files with a photo's extension in any case, hidden ones left out, in ordinal order.</summary>
    public static string[] In(string folder) => Sorted(Directory.EnumerateFiles(folder).Where(IsPhoto));

    /// <summary>Folders, hidden ones and those of archivers left out, in ordinal order of their names.</summary>
    public static string[] Folders(string folder) => Sorted(Directory.EnumerateDirectories(folder));

    static bool IsPhoto(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    static string[] Sorted(IEnumerable<string> paths) =>
        [.. paths.Where(path => !IsHidden(Path.GetFileName(path))).OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)];

    static bool IsHidden(string name) => name.StartsWith('.') || name == "__MACOSX";
}
