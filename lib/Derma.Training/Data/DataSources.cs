using System.Globalization;

namespace Derma.Training;

/// <summary>Opens a photo set named on the command line as <c>ID=PATH</c>, whatever its layout.</summary>
public static class DataSources
{
    /// <summary>Tells a folder of class folders from HAM10000's table by what lies there.</summary>
    /// <param name="spec">A short name and a folder: <c>ham10000=/photos/ham</c>. The catalogue lends its title where it knows the name.
    /// </param>
    /// <param name="split">How to divide a set that brings no division.</param>
    /// <exception cref="UserError">The text is not of that form, or the folder is not there or of neither layout.</exception>
    public static PhotoSet Open(string spec, SplitOptions? split = null)
    {
        var at = spec.IndexOf('=');
        if (at <= 0 || at == spec.Length - 1) throw new UserError(Unnamed(spec.Trim('=')));
        var (id, root) = (CheckedId(spec[..at]), spec[(at + 1)..]);
        return OpenFolder(id, root, split).RequirePhotos(root);
    }

    /// <summary>The name of a set, where a run's folder can be called by it.</summary>
    /// <param name="id">What stands before the equals sign.</param>
    /// <exception cref="UserError">It is too long or has other characters than letters, digits, '-', '_' and '.'.</exception>
    public static string CheckedId(string id)
    {
        var isName = id.Length is > 0 and <= 100 && id[0] != '.'
            && id.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');
        return isName ? id
            : throw new UserError($"A photo set's ID has up to 100 letters, digits, '-', '_', '.', such as ham10000, not '{id}'.");
    }

    /// <summary>Lists the photos of a folder, whatever its layout, without asking whether there are enough of them.</summary>
    /// <param name="id">A name of the catalogue, which lends title and label column, or any other.</param>
    /// <param name="root">The folder.</param>
    /// <param name="split">How to divide a set that brings no division.</param>
    /// <exception cref="UserError">The folder is not there or of no known layout.</exception>
    public static PhotoSet OpenFolder(string id, string root, SplitOptions? split = null)
    {
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set '{id}'.");
        var (entry, place) = (Catalog.Default.Find(id), Unpacked(root));
        var set = ImageFolder.Fits(place) ? ImageFolder.Open(id, place)
            : HasTable(place) ? TableSet.Open(id, place, split, entry?.LabelColumn)
            : throw new UserError($"'{root}' holds neither folders 'train' and 'test' with one folder a class "
                + "nor a table that names photos: a CSV file with a column such as image_id or path and one such as dx or label.");
        return (place == root ? set : WithBeside(set, root, place)) with { Title = entry?.Title ?? id };
    }

    // Archives often put all into a folder of their own, once or twice.
    static string Unpacked(string root)
    {
        for (var place = root; ; place = FolderWalk.Folders(place)[0])
            if (ImageFolder.Fits(place) || HasTable(place)) return place;
            else if (FolderWalk.Folders(place).Length != 1) return root;
    }

    static PhotoSet WithBeside(PhotoSet set, string root, string place)
    {
        var beside = FolderWalk.Of(root).Where(file => !file.Path.StartsWith(place + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(file => new SkippedPhoto(file.Path, file.Problem ?? "lies beside the set's folder")).ToList();
        return (set with { Root = root, Found = set.Found + beside.Count, Skipped = [.. set.Skipped, .. beside] }).Counted();
    }

    static bool HasTable(string root) => FolderWalk.Folders(root).Prepend(root)
        .SelectMany(folder => FolderWalk.Entries(folder) ?? []).Any(PhotoTable.NamesPhotos);

    static string Unnamed(string id) => Catalog.Default.Find(id)?.Layout switch
    {
        null => $"There is no data set '{id}'; use 'synthetic', or ID=PATH for photos in a folder.",
        DataLayout.BuiltIn =>
            $"The drawings '{id}' are made by the notebooks that use them; name 'synthetic', or ID=PATH for photos in a folder.",
        _ => $"The photos of '{id}' are not part of the workbook; name their folder too: {id}=PATH.",
    };
}

/// <summary>The built-in drawings as a photo set.</summary>
public static class DrawnPhotos
{
    /// <summary>Draws what the folder lacks, as <see cref="SyntheticSkin.WriteFolder"/> does, and opens it.</summary>
    /// <param name="options">How many drawings of which kind.</param>
    /// <param name="folder">Their folder.</param>
    /// <param name="cancellation">Stops between two drawings.</param>
    /// <returns>The set, marked as synthetic.</returns>
    /// <exception cref="UserError">The size is not offered, a class would be empty, or the folder holds something else.</exception>
    public static PhotoSet Open(SyntheticOptions options, string folder, CancellationToken cancellation = default)
    {
        SyntheticSkin.WriteFolder(options, folder, cancellation);
        var opened = ImageFolder.Open(options.Recipe.DataSet, folder);
        // What lies beside the drawings is this program's own note of them.
        var drawn = opened with
        {
            Title = options.Recipe.Title, Synthetic = true, Skipped = [], Found = opened.Photos.Count, Rows = Tones(opened, options),
        };
        return options.PhotosPerLesion == 1 ? drawn
            : drawn with { Photos = [.. Parts(drawn).SelectMany(part => Lesions(part, options.PhotosPerLesion))] };
    }

    // The tone of the skin is all that a drawing's row knows: it was thrown, and can be thrown again.
    static Dictionary<string, TableRow> Tones(PhotoSet drawn, SyntheticOptions options) => drawn.Photos.ToDictionary(
        photo => photo.Path,
        photo => new TableRow("", Path.GetFileName(photo.Path), drawn.Classes[photo.Label])
        {
            SkinType = $"tone {SyntheticSkin.Tone(options, photo.Label, NumberOf(photo))}",
        });

    // Training drawings have the even numbers, the others the odd ones; their files count from 1.
    static long NumberOf(Photo photo) =>
        2 * (long.Parse(Path.GetFileNameWithoutExtension(photo.Path), CultureInfo.InvariantCulture) - 1)
        + (photo.Subset == Subset.Train ? 0 : 1);

    static IEnumerable<IGrouping<(Subset Subset, int Label), Photo>> Parts(PhotoSet photos) =>
        photos.Photos.GroupBy(photo => (photo.Subset, photo.Label));

    // The drawings of a class and part are numbered, and those of one lesion follow each other.
    static IEnumerable<Photo> Lesions(IGrouping<(Subset Subset, int Label), Photo> part, int photosPerLesion) =>
        part.Chunk(photosPerLesion).SelectMany((lesion, number) => lesion.Select(photo => photo with { Group = $"{part.Key}-{number}" }));
}
