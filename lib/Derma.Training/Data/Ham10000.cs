namespace Derma.Training;

/// <summary>
/// HAM10000 as Kaggle serves it: <c>HAM10000_metadata.csv</c> beside <c>HAM10000_images_part_1</c> and <c>_part_2</c>. A quarter of its
/// lesions are shown by several photos, so the split keeps every lesion whole.
/// </summary>
public static class Ham10000
{
    /// <summary>Lists the photos and divides them by lesion, class by class; the same options give the same split.</summary>
    /// <param name="root">Folder of the metadata and the image folders.</param>
    /// <param name="options">Shares and seed of the split.</param>
    /// <exception cref="UserError">The folder or the table is missing or unusable, or photos that the table names are not there.</exception>
    public static PhotoSet Open(string root, SplitOptions? options = null)
    {
        options ??= new SplitOptions();
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set 'ham10000'.");
        var records = LesionTable.Read(LesionTable.Find(root) ?? throw new UserError($"'{root}' has no table '{LesionTable.FileName}'."));
        string[] classes = [.. records.Select(record => record.Diagnosis).Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2) throw new UserError($"All photos in '{root}' are of one class; a classifier needs two or more.");
        return new PhotoSet("ham10000", "HAM10000", Synthetic: false, classes, Split(Photos(root, records, classes), options));
    }

    internal static bool Fits(string root) => LesionTable.Find(root) is not null;

    static Photo[] Photos(string root, IReadOnlyList<LesionRecord> records, string[] classes)
    {
        var files = PhotoFiles.Folders(root).Prepend(root).SelectMany(PhotoFiles.In).ToLookup(path => Path.GetFileNameWithoutExtension(path));
        string[] missing = [.. records.Select(record => record.ImageId).Where(id => !files.Contains(id))];
        if (missing.Length > 0)
            throw new UserError($"'{root}' lacks {missing.Length:N0} of the {records.Count:N0} photos in its table, '{missing[0]}' first: "
                + "both image folders, part_1 and part_2, belong beside the table.");
        return [.. records.Select(record =>
            new Photo(files[record.ImageId].First(), Array.IndexOf(classes, record.Diagnosis), record.LesionId, Subset.Train))];
    }

    static IReadOnlyList<Photo> Split(IReadOnlyList<Photo> photos, SplitOptions options)
    {
        Func<Photo, string> groupOf = options.GroupByLesion ? photo => photo.Group : photo => photo.Path;
        var tested = GroupedSplit.Move(photos, Subset.Train, Subset.Test, options.TestFraction, options.Seed, groupOf);
        return GroupedSplit.Move(tested, Subset.Train, Subset.Validation, options.ValidationShareOfRest, options.Seed, groupOf);
    }
}
