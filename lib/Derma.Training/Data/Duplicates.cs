using System.Security.Cryptography;

namespace Derma.Training;

/// <summary>Finds photos that are there more than once.</summary>
public static class Duplicates
{
    /// <summary>Groups of byte-identical files; of files of one size only their SHA-256 is compared.</summary>
    /// <returns>Groups of two or more, in the order of their first photo.</returns>
    /// <param name="set">The photos to compare, across classes and subsets.</param>
    public static IReadOnlyList<IReadOnlyList<Photo>> ByContent(PhotoSet set) =>
        [.. Shared(set.Photos.Where(photo => File.Exists(photo.Path)), photo => new FileInfo(photo.Path).Length)
            .SelectMany(sameSize => Shared(sameSize, Hash))
            .OrderBy(group => group[0].Path, StringComparer.Ordinal)];

    static IEnumerable<Photo[]> Shared<TKey>(IEnumerable<Photo> photos, Func<Photo, TKey> key) =>
        photos.GroupBy(key).Select(group => group.ToArray()).Where(group => group.Length > 1);

    static string Hash(Photo photo)
    {
        using var file = File.OpenRead(photo.Path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}

/// <summary>Which photos belong together, beyond what a set says itself.</summary>
internal static class PhotoGroups
{
    /// <summary>Gives photos with the same bytes, and with them all photos of their lesions, one group.</summary>
    public static PhotoSet WithCopiesTogether(this PhotoSet photos)
    {
        var copies = Duplicates.ByContent(photos);
        if (copies.Count == 0) return photos;
        var parents = new Dictionary<string, string>();
        foreach (var same in copies)
            foreach (var photo in same) Join(same[0].Group, photo.Group);
        return photos with { Photos = [.. photos.Photos.Select(photo => photo with { Group = Root(photo.Group) })] };

        string Root(string group)
        {
            while (parents.TryGetValue(group, out var parent)) group = parent;
            return group;
        }

        void Join(string first, string second)
        {
            var (root, other) = (Root(first), Root(second));
            if (root != other) parents[other] = root;
        }
    }

    /// <summary>
    /// Leaves out the photos of other parts whose lesion or bytes are in one part, as training must not see what it is judged on.
    /// </summary>
    public static PhotoSet WithoutLeaksInto(this PhotoSet photos, Subset part)
    {
        var judged = photos.Of(part).Select(photo => photo.Group).ToHashSet();
        return photos with { Photos = [.. photos.Photos.Where(photo => photo.Subset == part || !judged.Contains(photo.Group))] };
    }
}
