namespace Derma.Training;

/// <summary>Writes a data-set card: Markdown, a page, and Croissant's JSON-LD with the list of photos that it describes.</summary>
public static class CardFiles
{
    /// <summary>Writes <c>ID.md</c>, <c>ID.html</c>, <c>ID.croissant.json</c> and, where photos were looked at, the list
    /// <c>ID.photos.csv</c>.</summary>
    /// <param name="card">The card.</param>
    /// <param name="folder">Where to; created where it is missing.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(DataCard card, string folder)
    {
        List<(string Name, string Text)> files =
            [($"{card.Id}.md", CardText.Markdown(card.Text)), ($"{card.Id}.html", CardText.Page(card.Text, "data-set card"))];
        var list = card.Photos is null ? null : PhotoList(card.Photos);
        if (list is not null) files.Add(($"{card.Id}.photos.csv", list));
        files.Add(($"{card.Id}.croissant.json", Croissant.Of(card, list)));
        foreach (var (name, text) in files) AtomicFile.WriteText(Path.Combine(folder, name), text);
        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }

    /// <summary>One row a photo: where it lies below the set's folder, its class, part and group.</summary>
    static string PhotoList(PhotoSet photos)
    {
        string Name(string path) => Path.GetRelativePath(photos.Root!, path).Replace('\\', '/');
        var known = photos.Photos.Select(photo => photo.Path).ToHashSet(StringComparer.Ordinal);
        return "path,class,part,group\n" + string.Concat(photos.Photos.Select(photo => string.Join(',', new[]
        {
            Name(photo.Path), photos.Classes[photo.Label], photo.Subset.ToString(),
            known.Contains(photo.Group) ? Name(photo.Group) : photo.Group,
        }.Select(Quoted)) + "\n"));
    }

    static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"")}\"";
}
