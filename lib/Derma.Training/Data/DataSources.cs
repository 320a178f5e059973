namespace Derma.Training;

/// <summary>Opens a photo set named on the command line as <c>ID=PATH</c>, whatever its layout.</summary>
public static class DataSources
{
    /// <summary>Tells a folder of class folders from HAM10000's table by what lies there.</summary>
    /// <param name="spec">
    /// A short name and a folder: <c>ham10000=/photos/ham</c>. The catalogue lends its title where it knows the name.
    /// </param>
    /// <param name="split">How to divide a set that brings no division.</param>
    /// <exception cref="UserError">The text is not of that form, or the folder is not there or of neither layout.</exception>
    public static PhotoSet Open(string spec, SplitOptions? split = null)
    {
        var at = spec.IndexOf('=');
        if (at <= 0 || at == spec.Length - 1) throw new UserError(Unnamed(spec.Trim('=')));
        var (id, root) = (spec[..at], spec[(at + 1)..]);
        var set = OpenFolder(id, root, split);
        return set with { Id = id, Title = Catalog.Default.Find(id)?.Title ?? id };
    }

    static PhotoSet OpenFolder(string id, string root, SplitOptions? split)
    {
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set '{id}'.");
        if (ImageFolder.Fits(root)) return ImageFolder.Open(id, root);
        if (Ham10000.Fits(root)) return Ham10000.Open(root, split);
        throw new UserError($"'{root}' holds neither the folders 'train' and 'test' nor the table HAM10000_metadata.csv.");
    }

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
        var photos = ImageFolder.Open(options.Recipe.DataSet, folder) with { Title = options.Recipe.Title, Synthetic = true };
        return options.PhotosPerLesion == 1 ? photos
            : photos with { Photos = [.. Parts(photos).SelectMany(part => Lesions(part, options.PhotosPerLesion))] };
    }

    static IEnumerable<IGrouping<(Subset Subset, int Label), Photo>> Parts(PhotoSet photos) =>
        photos.Photos.GroupBy(photo => (photo.Subset, photo.Label));

    // The drawings of a class and part are numbered, and those of one lesion follow each other.
    static IEnumerable<Photo> Lesions(IGrouping<(Subset Subset, int Label), Photo> part, int photosPerLesion) =>
        part.Chunk(photosPerLesion).SelectMany((lesion, number) => lesion.Select(photo => photo with { Group = $"{part.Key}-{number}" }));
}
