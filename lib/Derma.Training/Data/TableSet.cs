namespace Derma.Training;

/// <summary>
/// Photos anywhere below a folder and tables that name them: HAM10000, ISIC's challenges, PAD-UFES-20, Fitzpatrick17k, any CSV of path
/// and label. Lesions stay whole in the split.
/// </summary>
public static class TableSet
{
    /// <summary>Of ten photos that a table names, one may be missing; with more, a folder was not unpacked.</summary>
    const double MostMissing = 0.1;

    /// <summary>Lists the photos that the tables name and divides them by lesion, class by class, unless the tables name the
    /// parts.</summary>
    /// <param name="id">Name of the set, also its title.</param>
    /// <param name="root">Folder of the tables and the photos.</param>
    /// <param name="options">Shares and seed of the split.</param>
    /// <param name="labelColumn">The column of the class; null for the first of the usual names.</param>
    /// <exception cref="UserError">No folder, no table, one class only, or too many photos of the tables are missing.</exception>
    public static PhotoSet Open(string id, string root, SplitOptions? options = null, string? labelColumn = null)
    {
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set '{id}'.");
        var files = FolderWalk.Of(root);
        var tables = SetTables.Of(root, files, labelColumn);
        if (tables.Paths.Count == 0)
            throw new UserError($"'{root}' has no table that names photos, such as HAM10000_metadata.csv with the column image_id.");
        CheckComplete(root, tables);
        var labelled = tables.ByFile.Where(entry => entry.Value.Label is not null).ToDictionary();
        string[] classes = [.. labelled.Values.Select(row => row.Label!).Distinct().Order(StringComparer.Ordinal)];
        ClassNames.Check(classes, root);
        var photos = files.Where(file => file.Problem is null && labelled.ContainsKey(file.Path))
            .Select(file => new Photo(file.Path, LabelOf(file), tables.GroupOf(file.Path), Subset.Train)).ToArray();
        var set = new PhotoSet(id, id, Synthetic: false, classes, Divided(photos, labelled, options ?? new SplitOptions()))
        {
            Root = root, Found = files.Count, Rows = tables.ByFile, Remarks = tables.Remarks,
            Skipped = [.. files.Where(file => file.Problem is not null || !labelled.ContainsKey(file.Path)).Select(tables.Skip)],
        };
        return set.Counted();

        int LabelOf(FoundFile file) => Array.IndexOf(classes, labelled[file.Path].Label);
    }

    static void CheckComplete(string root, SetTables tables)
    {
        var named = tables.Missing.Count + tables.ByFile.Count;
        if (tables.Missing.Count <= MostMissing * named) return;
        throw new UserError($"'{root}' lacks {tables.Missing.Count:N0} of the {named:N0} photos in its table, "
            + $"'{tables.Missing[0]}' first: all of the set's image folders, such as part_1 and part_2, belong below that folder.");
    }

    // As with folders: a test part without a validation part is the one held-out part of the CNN report (2.1).
    static IReadOnlyList<Photo> Divided(Photo[] photos, Dictionary<string, TableRow> rows, SplitOptions options)
    {
        var parts = photos.Select(photo => rows[photo.Path].Part).Distinct().ToHashSet();
        if (!parts.Contains(Subset.Train) || parts.Count < 2 || parts.Contains(null)) return Split(photos, options);
        var lone = !parts.Contains(Subset.Validation);
        return [.. photos.Select(photo => photo with
        {
            Subset = rows[photo.Path].Part!.Value is var part && lone && part == Subset.Test ? Subset.Validation : part,
        })];
    }

    static IReadOnlyList<Photo> Split(IReadOnlyList<Photo> photos, SplitOptions options)
    {
        var tested = GroupedSplit.Move(photos, Subset.Train, Subset.Test, options.TestFraction, options.Seed, options.GroupOf);
        return GroupedSplit.Move(tested, Subset.Train, Subset.Validation, options.ValidationShareOfRest, options.Seed, options.GroupOf);
    }
}

/// <summary>What must be true of class names, whatever the layout.</summary>
internal static class ClassNames
{
    /// <summary>Two classes or more, and no two that a reader would take for one.</summary>
    public static void Check(IReadOnlyList<string> classes, string root)
    {
        CheckAlike(classes, root);
        var few = classes.Count == 0 ? "no class" : $"only one class, '{classes.FirstOrDefault()}'";
        if (classes.Count < 2) throw new UserError($"'{root}' has {few}; a classifier needs two or more.");
    }

    /// <summary>No two names that differ in nothing but case, spaces or the way an accent is stored.</summary>
    public static void CheckAlike(IReadOnlyList<string> classes, string root)
    {
        var alike = TableText.Alike(classes).Select(pair => $"'{pair.First}' and '{pair.Second}'").ToList();
        if (alike.Count > 0)
            throw new UserError($"In '{root}' the classes {string.Join(", ", alike)} differ only in case, spaces "
                + "or how an accent is stored; make them one.");
    }
}
