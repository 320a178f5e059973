namespace Derma.Training;

/// <summary>Moves photos from one subset to another: stratified by class, whole groups only, decided by the seed.</summary>
public static class GroupedSplit
{
    /// <summary>A class with fewer photos stays where it is: it could not be in all three parts.</summary>
    const int FewestToDivide = 3;

    /// <summary>Moves a share of one subset's photos.</summary>
    /// <param name="photos">All photos; the order stays.</param>
    /// <param name="from">The subset to take from.</param>
    /// <param name="to">The subset to give to.</param>
    /// <param name="fraction">The share, from 0 to below 1; classes get theirs by largest remainders.</param>
    /// <param name="seed">Decides which groups go.</param>
    /// <param name="groupOf">What may not be divided.</param>
    /// <exception cref="UserError">The share is out of range.</exception>
    public static IReadOnlyList<Photo> Move(
        IReadOnlyList<Photo> photos, Subset from, Subset to, double fraction, long seed, Func<Photo, string> groupOf)
    {
        if (fraction is not (>= 0 and < 1)) throw new UserError($"A split takes a fraction from 0 to below 1, not {fraction}.");
        if (fraction == 0) return photos;
        var classes = photos.Where(photo => photo.Subset == from).GroupBy(groupOf)
            .GroupBy(group => group.First().Label).OrderBy(label => label.Key).ToArray();
        var moved = classes.Zip(Shares(classes, fraction))
            .SelectMany(label => Pick([.. label.First], label.Second, SplitMix64.At(seed, label.First.Key, (int)to)))
            .ToHashSet();
        return [.. photos.Select(photo => moved.Contains(photo) ? photo with { Subset = to } : photo)];
    }

    static int[] Shares(IEnumerable<IGrouping<int, IGrouping<string, Photo>>> classes, double fraction)
    {
        var counts = classes.Select(label => label.Sum(group => group.Count()))
            .Select(count => count < FewestToDivide ? 0 : count).ToArray();
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

/// <summary>How a set without parts of its own is divided.</summary>
public sealed record SplitOptions
{
    /// <summary>70 / 15 / 15: Smart Derma's ranges are 70 to 80 % for training and 10 to 15 % for each of the other two (4.1.5).</summary>
    public static SplitOptions ThreeParts { get; } = new() { ValidationFraction = 0.15, TestFraction = 0.15 };

    /// <summary>Share of the photos for <see cref="Subset.Validation"/>.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>Share of the photos for <see cref="Subset.Test"/>.</summary>
    public double TestFraction { get; init; }

    /// <summary>Decides which lesions go where.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Keep all photos of one lesion in one part. False divides by photo, so that a model is asked about lesions it was trained on: wrong,
    /// and there only to measure how much better it then looks.
    /// </summary>
    public bool GroupByLesion { get; init; } = true;

    /// <summary>Validation's share of what is left when the test part is taken out.</summary>
    internal double ValidationShareOfRest => ValidationFraction / (1 - TestFraction);

    /// <summary>What stays together.</summary>
    internal string GroupOf(Photo photo) => GroupByLesion ? photo.Group : photo.Path;
}

/// <summary>Picks fewer photos without changing the mix of classes.</summary>
internal static class Sampling
{
    public static HashSet<Photo> Stratified(IReadOnlyList<Photo> photos, int[] countPerClass, int count, long seed)
    {
        var shares = Apportion(countPerClass, count);
        return [.. photos.GroupBy(photo => photo.Label).SelectMany(group => Pick([.. group], shares[group.Key], seed))];
    }

    /// <summary>
    /// Divides <paramref name="count"/> in proportion, by largest remainders, with at least 1 for each class that has any.
    /// </summary>
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
