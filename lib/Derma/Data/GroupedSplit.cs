namespace Derma.Data;

/// <summary>Moves photos from one subset to another: stratified by class, whole groups only, decided by the seed.</summary>
internal static class GroupedSplit
{
    public static IReadOnlyList<Photo> Move(
        IReadOnlyList<Photo> photos, Subset from, Subset to, double fraction, long seed, Func<Photo, string> groupOf)
    {
        if (fraction is not (>= 0 and < 1)) throw new UserError($"A split takes a fraction from 0 to below 1, not {fraction}.");
        var moved = photos.Where(photo => photo.Subset == from).GroupBy(groupOf).GroupBy(group => group.First().Label)
            .SelectMany(label => Pick([.. label], fraction, SplitMix64.At(seed, label.Key, (int)to)))
            .ToHashSet();
        return [.. photos.Select(photo => moved.Contains(photo) ? photo with { Subset = to } : photo)];
    }

    // Groups that would overshoot are passed over, so that a class misses its target by less than its smallest remaining group.
    static IEnumerable<Photo> Pick(IGrouping<string, Photo>[] groups, double fraction, SplitMix64 random)
    {
        Array.Sort(groups, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        random.Shuffle<IGrouping<string, Photo>>(groups);
        var missing = (int)Math.Round(fraction * groups.Sum(group => group.Count()));
        var picked = new List<Photo>();
        foreach (var group in groups)
            if (picked.Count + group.Count() <= missing)
                picked.AddRange(group);
        return picked;
    }
}
