using System.Security.Cryptography;

namespace Derma.Training;

/// <summary>Finds photos that are there more than once.</summary>
public static class Duplicates
{
    /// <summary>Groups of byte-identical files; of files of one size only their SHA-256 is compared.</summary>
    /// <returns>Groups of two or more, in the order of their first photo.</returns>
    /// <param name="set">The photos to compare, across classes and subsets.</param>
    public static IReadOnlyList<IReadOnlyList<Photo>> ByContent(PhotoSet set) =>
        [.. Shared(set.Photos.Where(photo => PhotoFile.Refusal(photo.Path) is null), photo => PhotoFile.Resolve(photo.Path).Length)
            .SelectMany(sameSize => Shared(sameSize, Hash))
            .OrderBy(group => group[0].Path, StringComparer.Ordinal)];

    static IEnumerable<Photo[]> Shared<TKey>(IEnumerable<Photo> photos, Func<Photo, TKey> key) =>
        photos.GroupBy(key).Select(group => group.ToArray()).Where(group => group.Length > 1);

    // A file that cannot be read is a copy of none.
    static string Hash(Photo photo)
    {
        try
        {
            using var file = File.OpenRead(photo.Path);
            return Convert.ToHexString(SHA256.HashData(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return photo.Path;
        }
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
        var groups = new JoinedGroups();
        foreach (var same in copies)
            foreach (var photo in same) groups.Join(same[0].Group, photo.Group);
        return photos with { Photos = [.. photos.Photos.Select(photo => photo with { Group = groups.Of(photo.Group) })] };
    }

    /// <summary>
    /// Leaves out the photos of other parts whose lesion or bytes are in one part, as training must not see what it is judged on.
    /// </summary>
    public static PhotoSet WithoutLeaksInto(this PhotoSet photos, Subset part)
    {
        var judged = photos.Of(part).Select(photo => photo.Group).ToHashSet();
        return photos.Without(photo => photo.Subset != part && judged.Contains(photo.Group),
            $"shows a lesion of the {part.ToString().ToLowerInvariant()} part, or is a copy of a photo there");
    }
}

/// <summary>Groups that turned out to be one: two lesions of one photo, the lesions of two copies.</summary>
internal sealed class JoinedGroups
{
    readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    /// <summary>The group that a group has become a part of; itself where none was joined.</summary>
    public string Of(string group)
    {
        while (parents.TryGetValue(group, out var parent)) group = parent;
        return group;
    }

    /// <summary>Makes one of two.</summary>
    public void Join(string first, string second)
    {
        var (root, other) = (Of(first), Of(second));
        if (root != other) parents[other] = root;
    }
}
