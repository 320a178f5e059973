namespace Derma.Training;

/// <summary>Picks fewer photos without changing the mix of classes.</summary>
internal static class Sampling
{
    public static HashSet<Photo> Stratified(IReadOnlyList<Photo> photos, int[] countPerClass, int count, long seed)
    {
        var shares = Apportion(countPerClass, count);
        return [.. photos.GroupBy(photo => photo.Label).SelectMany(group => Pick([.. group], shares[group.Key], seed))];
    }

    /// <summary>Divides <paramref name="count"/> in proportion, by largest remainders, with at least 1 for each class that has any.</summary>
    public static int[] Apportion(int[] countPerClass, int count)
    {
        var total = countPerClass.Sum();
        if (count >= total) return countPerClass;
        var exact = Array.ConvertAll(countPerClass, n => (double)n * count / total);
        var shares = countPerClass.Zip(exact, (n, share) => n == 0 ? 0 : Math.Max(1, (int)share)).ToArray();
        var byRemainder = Enumerable.Range(0, shares.Length).OrderByDescending(c => exact[c] - shares[c]).ThenBy(c => c);
        foreach (var c in byRemainder.Take(Math.Max(0, count - shares.Sum())).ToArray()) shares[c]++;
        return shares;
    }

    static IEnumerable<Photo> Pick(Photo[] photos, int count, long seed)
    {
        SplitMix64.At(seed, photos[0].Label).Shuffle<Photo>(photos);
        return photos.Take(count);
    }
}
