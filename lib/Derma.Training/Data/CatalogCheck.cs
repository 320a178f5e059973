using System.Collections.Immutable;

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
        var photos = Open(entry, path);
        string[] known = [.. entry.Classes.Select(item => item.Folder)];
        return new CatalogReport
        {
            Entry = entry,
            Path = path,
            Missing = [.. known.Except(photos.Classes)],
            Extra = [.. photos.Classes.Except(known)],
            Counts = [.. photos.Classes.SelectMany((name, label) => Counts(entry, photos, name, label))],
            Unreadable = Unreadable(photos),
            Duplicates = [.. Duplicates.ByContent(photos)],
        };
    }

    static PhotoSet Open(CatalogEntry entry, string path) => entry.Layout switch
    {
        DataLayout.ClassFolders => ImageFolder.Open(entry.Id, path),
        DataLayout.Ham10000 => Ham10000.Open(path),
        DataLayout.Unpublished => throw new UserError($"The set '{entry.Id}' was never published, so nothing says what a folder of it should hold."),
        _ => throw new UserError($"The set '{entry.Id}' is drawn by this program, so there is no folder to check."),
    };

    static IEnumerable<ClassCount> Counts(CatalogEntry entry, PhotoSet photos, string name, int label)
    {
        var listed = entry.Classes.FirstOrDefault(item => item.Folder == name);
        var all = Enum.GetValues<Subset>().Sum(subset => photos.CountPerClass(subset)[label]);
        if (entry.Layout == DataLayout.Ham10000) return [new ClassCount(name, "all", listed?.Total, all)];
        var train = photos.CountPerClass(Subset.Train)[label];
        return [new ClassCount(name, "train", listed?.Train, train), new ClassCount(name, "test", listed?.Test, all - train)];
    }

    static ImmutableArray<SkippedPhoto> Unreadable(PhotoSet photos) =>
    [
        .. photos.Photos.AsParallel().AsOrdered()
            .Select(photo => (photo.Path, Problem: PhotoHeader.Problem(photo.Path)))
            .Where(file => file.Problem is not null)
            .Select(file => new SkippedPhoto(file.Path, file.Problem!)),
    ];
}
