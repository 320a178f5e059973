namespace Derma.Training;

/// <summary>Moves photos from one subset to another: stratified by class, whole groups only, decided by the seed.</summary>
public static class GroupedSplit
{
    /// <summary>A class with fewer photos stays where it is: it could not be in all three parts.</summary>
    const int FewestToDivide = 3;

    public static IReadOnlyList<Photo> Move(
        IReadOnlyList<Photo> photos, Subset from, Subset to, double fraction, long seed, Func<Photo, string> groupOf)
    {
        if (fraction is not (>= 0 and < 1)) throw new UserError($"A split takes a fraction from 0 to below 1, not {fraction}.");
        if (fraction == 0) return photos;
        var classes = photos.Where(photo => photo.Subset == from).GroupBy(groupOf).GroupBy(group => group.First().Label).OrderBy(label => label.Key).ToArray();
        var moved = classes.Zip(Shares(classes, fraction))
            .SelectMany(label => Pick([.. label.First], label.Second, SplitMix64.At(seed, label.First.Key, (int)to)))
            .ToHashSet();
        return [.. photos.Select(photo => moved.Contains(photo) ? photo with { Subset = to } : photo)];
    }

    static int[] Shares(IEnumerable<IGrouping<int, IGrouping<string, Photo>>> classes, double fraction)
    {
        var counts = classes.Select(label => label.Sum(group => group.Count())).Select(count => count < FewestToDivide ? 0 : count).ToArray();
        return Sampling.Apportion(counts, (int)Math.Round(fraction * counts.Sum()));
    }

    // Groups that would overshoot are passed over, so that a class misses its target by less than its smallest remaining group.
    static IEnumerable<Photo> Pick(IGrouping<string, Photo>[] groups, int missing, SplitMix64 random)
    {
        Array.Sort(groups, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        random.Shuffle<IGrouping<string, Photo>>(groups);
        var picked = new List<Photo>();
        foreach (var group in groups)
            if (picked.Count + group.Count() <= missing)
                picked.AddRange(group);
        return picked;
    }
}
