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
