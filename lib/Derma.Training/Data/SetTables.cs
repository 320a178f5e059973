namespace Derma.Training;

/// <summary>The tables that lie among a set's files, and what they say together of each photo.</summary>
internal sealed class SetTables
{
    const int MostNamed = 10;

    readonly Dictionary<string, TableRow> byFile = new(StringComparer.Ordinal);
    readonly List<string> missing = [], remarks = [], contradictions = [];
    readonly JoinedGroups lesions = new();
    readonly NamedFiles names;

    SetTables(string root, IReadOnlyList<FoundFile> files) => names = new NamedFiles(root, files);

    /// <summary>Tables with a photo among the files.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>All that the tables say of a file that they name.</summary>
    public IReadOnlyDictionary<string, TableRow> ByFile => byFile;

    /// <summary>Photos that a table names and that are not there.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Contradictions and what else a reader should know.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Finds the tables, reads them and matches them with the files.</summary>
    /// <exception cref="UserError">A row of a table is broken.</exception>
    public static SetTables Of(string root, IReadOnlyList<FoundFile> files, string? labelColumn = null)
    {
        var tables = new SetTables(root, files);
        var read = files.Where(file => file.Problem == PhotoHeader.NoPhoto && PhotoTable.NamesPhotos(file.Path))
            .Select(file => (file.Path, Rows: PhotoTable.Read(file.Path, labelColumn))).ToList();
        var rows = read.SelectMany(table => tables.Match(table.Path, table.Rows)).ToList();
        tables.Paths = [.. rows.Select(row => row.Row.Table).Distinct()];
        foreach (var photo in rows.GroupBy(row => row.File))
            tables.byFile[photo.Key] = tables.Merge(photo.Key, [.. photo.Select(row => row.Row)]);
        tables.Remark();
        return tables;
    }

    /// <summary>What may not be divided: the lesion, or the photo itself where no table knows it.</summary>
    public string GroupOf(string file) => byFile.GetValueOrDefault(file)?.Lesion is { } lesion ? lesions.Of(lesion) : file;

    /// <summary>Why a file is not used.</summary>
    public SkippedPhoto Skip(FoundFile file) => new(file.Path, Paths.Contains(file.Path) ? "is a table of the set"
        : file.Problem ?? (byFile.TryGetValue(file.Path, out var row) ? row.Problem! : names.Twin(file.Path, byFile.ContainsKey) is { } twin
            ? $"has the name of {names.Short(twin)}, which is used" : "is named by no table"));

    /// <summary>The first of a list of findings, a sentence each, and how many more there are.</summary>
    public static IEnumerable<string> First(IReadOnlyList<string> findings) => findings.Count <= MostNamed ? findings
        : [.. findings.Take(MostNamed), $"… and {findings.Count - MostNamed:N0} more like the last."];

    IEnumerable<(string File, TableRow Row)> Match(string table, IReadOnlyList<TableRow> rows)
    {
        var named = names.Of(table, rows);
        if (named.Count == 0) remarks.Add($"The table {names.Short(table)} names no photo that is here.");
        else missing.AddRange(rows.Where(row => !named.ContainsKey(row)).Select(row => row.Image ?? "a row without a photo"));
        return rows.Where(named.ContainsKey).Select(row => (named[row], row));
    }

    TableRow Merge(string file, TableRow[] rows)
    {
        string[] labels = [.. rows.Select(row => row.Label).OfType<string>().Distinct()];
        string[] shown = [.. rows.Select(row => row.Lesion).OfType<string>().Distinct()];
        foreach (var lesion in shown.Skip(1)) lesions.Join(shown[0], lesion);
        if (shown.Length > 1)
            contradictions.Add($"{names.Short(file)} has several lesions in the table, {string.Join(", ", shown)}: they count as one.");
        if (labels.Length > 1)
            contradictions.Add($"{names.Short(file)} has several classes in the table, {string.Join(", ", labels)}: "
                + "the table gives it none.");
        return rows.Aggregate((first, row) => first with
        {
            Age = first.Age ?? row.Age, Sex = first.Sex ?? row.Sex, Site = first.Site ?? row.Site,
            SkinType = first.SkinType ?? row.SkinType,
        }) with
        {
            Lesion = shown.FirstOrDefault(),
            Label = labels.Length == 1 ? labels[0] : null,
            Problem = labels.Length switch
            {
                0 => rows.Select(row => row.Problem).FirstOrDefault(problem => problem is not null) ?? "has no class in the table",
                1 => null,
                _ => $"has several classes in the table: {string.Join(", ", labels)}",
            },
            Part = rows.Select(row => row.Part ?? (row.Label is null ? null : PhotoTable.SubsetOf(Path.GetFileName(row.Table))))
                .FirstOrDefault(part => part is not null),
        };
    }

    void Remark()
    {
        if (missing.Count > 0) remarks.Add($"A table names photos that are not there: {missing.Count:N0}, {missing[0]} first.");
        var known = byFile.Values.Count(row => row.Lesion is not null);
        if (known < byFile.Count)
            remarks.Add($"{byFile.Count - known:N0} of {byFile.Count:N0} photos name no lesion: each of them stands alone.");
        remarks.AddRange(First(contradictions));
        remarks.AddRange(First([.. byFile.Where(entry => entry.Value is { Lesion: not null, Label: not null })
            .GroupBy(entry => GroupOf(entry.Key))
            .Select(lesion => (lesion.Key, Labels: lesion.Select(entry => entry.Value.Label!).Distinct().ToArray()))
            .Where(lesion => lesion.Labels.Length > 1)
            .Select(lesion => $"The lesion {lesion.Key} has photos of several classes: {string.Join(", ", lesion.Labels)}.")]));
    }
}

/// <summary>Finds files by what tables call them: an id, a name with its ending, a path, in any case.</summary>
internal sealed class NamedFiles
{
    readonly string root;
    readonly ILookup<string, FoundFile> byPath, byName;

    public NamedFiles(string root, IReadOnlyList<FoundFile> files)
    {
        this.root = root;
        byPath = files.ToLookup(file => TableText.WithoutEnding(Relative(file.Path)), StringComparer.OrdinalIgnoreCase);
        byName = files.ToLookup(file => TableText.WithoutEnding(Path.GetFileName(file.Path)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The file of each row that has one.</summary>
    public IReadOnlyDictionary<TableRow, string> Of(string table, IReadOnlyList<TableRow> rows)
    {
        var folder = Path.GetDirectoryName(Relative(table)) is { Length: > 0 } below ? below + "/" : "";
        var sharers = rows.Where(row => row.Image is not null).Select(row => TableText.WithoutEnding(row.Image!))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .CountBy(Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var named = new Dictionary<TableRow, string>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.Where(row => row.Image is not null))
        {
            var text = TableText.WithoutEnding(row.Image!);
            var byItsName = sharers[Name(text)] == 1 ? byName[Name(text)] : [];
            var best = byPath[text].Concat(byPath[folder + text]).Concat(byItsName)
                .OrderBy(file => file.Problem is not null).ThenBy(file => !file.Path.Contains(text, StringComparison.Ordinal))
                .FirstOrDefault();
            if (best is not null) named[row] = best.Path;
        }
        return named;
    }

    /// <summary>Another file of the same name among those that are used.</summary>
    public string? Twin(string file, Func<string, bool> isUsed) =>
        byName[TableText.WithoutEnding(Path.GetFileName(file))].Select(twin => twin.Path).FirstOrDefault(isUsed);

    /// <summary>A file as a reader knows it: from the set's folder on.</summary>
    public string Short(string file) => Relative(file);

    string Relative(string file) => Path.GetRelativePath(root, file);

    static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
