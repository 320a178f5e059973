using System.Collections.Immutable;
using System.Text;

namespace Derma.Training;

/// <summary>Holds a folder of photos against the catalogue before anyone trains on it.</summary>
public static class CatalogCheck
{
    /// <summary>Lists the photos, counts them by class and looks at the first bytes of each.</summary>
    /// <param name="entry">The data set that the folder should hold.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="UserError">The folder is missing, has another layout, or the set is drawn and not read.</exception>
    public static CatalogReport Run(CatalogEntry entry, string path)
    {
        var photos = Opened(entry, path);
        string[] known = [.. entry.Classes.Select(item => item.Folder)];
        return new CatalogReport
        {
            Entry = entry,
            Path = path,
            Missing = [.. known.Except(photos.Classes)],
            Extra = known.Length == 0 ? [] : [.. photos.Classes.Except(known)],
            Counts = [.. photos.Classes.SelectMany((name, label) => Counts(entry, photos, name, label))],
            Unreadable = [.. photos.Skipped.Where(file => file.IsNamedLikePhoto)],
            Others = [.. photos.Skipped.Where(file => !file.IsNamedLikePhoto)],
            Remarks = [.. photos.Remarks],
            Duplicates = [.. Duplicates.ByContent(photos)],
        };
    }

    // What a folder lacks, and where that is to be had.
    static PhotoSet Opened(CatalogEntry entry, string path)
    {
        try
        {
            return Open(entry, path);
        }
        catch (UserError lack) when (entry.Layout is DataLayout.ClassFolders or DataLayout.Table)
        {
            throw new UserError($"{lack.Message} To get the set: {entry.Obtain}");
        }
    }

    static PhotoSet Open(CatalogEntry entry, string path) => entry.Layout switch
    {
        DataLayout.ClassFolders or DataLayout.Table => DataSources.OpenFolder(entry.Id, path),
        DataLayout.Unpublished => throw new UserError(
            $"The set '{entry.Id}' was never published, so nothing says what a folder of it should hold."),
        _ => throw new UserError($"The set '{entry.Id}' is drawn by this program, so there is no folder to check."),
    };

    static IEnumerable<ClassCount> Counts(CatalogEntry entry, PhotoSet photos, string name, int label)
    {
        var listed = entry.Classes.FirstOrDefault(item => item.Folder == name);
        var all = Enum.GetValues<Subset>().Sum(subset => photos.CountPerClass(subset)[label]);
        if (entry.Layout == DataLayout.Table) return [new ClassCount(name, "all", listed?.Total, all)];
        var train = photos.CountPerClass(Subset.Train)[label];
        return [new ClassCount(name, "train", listed?.Train, train), new ClassCount(name, "test", listed?.Test, all - train)];
    }
}

/// <summary>A folder held against its entry in the catalogue.</summary>
public sealed record CatalogReport
{
    /// <summary>The data set.</summary>
    public required CatalogEntry Entry { get; init; }

    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>Classes of the catalogue that the folder lacks.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Classes of the folder that the catalogue lacks.</summary>
    public required ImmutableArray<string> Extra { get; init; }

    /// <summary>Counts of each class and part.</summary>
    public required ImmutableArray<ClassCount> Counts { get; init; }

    /// <summary>Files that are no photos.</summary>
    public required ImmutableArray<SkippedPhoto> Unreadable { get; init; }

    /// <summary>Files that are not even named like photos.</summary>
    public ImmutableArray<SkippedPhoto> Others { get; init; } = [];

    /// <summary>What the set says of itself: contradictions, photos that a table names and that are not there.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Groups of photos with the same bytes.</summary>
    public required ImmutableArray<IReadOnlyList<Photo>> Duplicates { get; init; }

    /// <summary>
    /// Whether classes, counts and files are as the catalogue says. Duplicates are worth knowing, but may be the set's own.
    /// </summary>
    public bool Matches => Missing.IsEmpty && Extra.IsEmpty && Unreadable.IsEmpty && !Counts.Any(count => count.Differs);

    /// <summary>The report for a console, a finding a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Entry.Id} in {Path}: {Counts.Sum(count => count.Found):N0} photos"
            + (Entry.Total is { } total ? $", the catalogue lists {total:N0}" : ""));
        foreach (var name in Missing) text.AppendLine($"  missing class: {name}");
        foreach (var name in Extra) text.AppendLine($"  class not in the catalogue: {name}");
        foreach (var count in Counts.Where(count => count.Differs))
            text.AppendLine($"  {count.Class}, {count.Part}: {count.Found:N0} photos, the catalogue lists {count.Expected:N0}");
        foreach (var file in Unreadable.Concat(Others)) text.AppendLine($"  no photo: {file.NameIn(Path)} ({file.Reason})");
        foreach (var remark in Remarks) text.AppendLine($"  {remark}");
        foreach (var group in Duplicates) text.AppendLine($"  same bytes: {string.Join(", ", group.Select(photo => photo.Path))}");
        return text.Append(Matches ? "  as catalogued" : "  differs from the catalogue").ToString();
    }
}

/// <summary>Photos of one class in one part of a set, as the catalogue lists them and as they were found.</summary>
/// <param name="Class">The class's folder.</param>
/// <param name="Part">"train", "test" or "all".</param>
/// <param name="Expected">The catalogue's count; null where it gives none or does not know the class.</param>
/// <param name="Found">Photos on disk.</param>
public sealed record ClassCount(string Class, string Part, int? Expected, int Found)
{
    /// <summary>Whether the catalogue says otherwise.</summary>
    public bool Differs => Expected is { } count && count != Found;
}
