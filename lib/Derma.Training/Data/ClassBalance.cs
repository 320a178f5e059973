namespace Derma.Training;

/// <summary>Which photos an epoch shows, in which order: a pure function of seed and epoch.</summary>
sealed class EpochOrder
{
    readonly BatchOptions options;
    readonly int photos;
    readonly int[][] classes;
    readonly double[] upTo;

    public EpochOrder(PixelCache cache, BatchOptions options)
    {
        (this.options, photos) = (options, cache.Count);
        classes = options.Sampling == ClassSampling.Natural ? []
            : [.. Enumerable.Range(0, photos).GroupBy(cache.Label).OrderBy(group => group.Key).Select(group => group.ToArray())];
        var rooted = options.Sampling == ClassSampling.SquareRoot;
        upTo = Cumulative(Array.ConvertAll(classes, members => rooted ? Math.Sqrt(members.Length) : 1));
        Length = options.Sampling switch
        {
            ClassSampling.Oversampled when photos > 0 => classes.Length * classes.Max(members => members.Length),
            ClassSampling.Undersampled when photos > 0 => classes.Length * classes.Min(members => members.Length),
            _ => photos,
        };
    }

    /// <summary>Photos an epoch.</summary>
    public int Length { get; }

    /// <summary>Indices into the cache, and how often this epoch shows each of them before.</summary>
    public (int Photo, int Before)[] Of(int epoch)
    {
        var random = SplitMix64.At(options.Seed, epoch);
        var order = new int[Length];
        if (options.Sampling is ClassSampling.Balanced or ClassSampling.SquareRoot) Draw(ref random, order);
        else if (options.Sampling == ClassSampling.Natural) for (var i = 0; i < order.Length; i++) order[i] = i;
        else Level(ref random, order);
        if (options.Shuffle) random.Shuffle<int>(order);
        var shown = new int[photos];
        return Array.ConvertAll(order, photo => (photo, shown[photo]++));
    }

    void Draw(ref SplitMix64 random, Span<int> order)
    {
        foreach (ref var place in order)
        {
            var share = random.NextDouble() * upTo[^1];
            var members = classes[Array.FindIndex(upTo, end => share < end)];
            place = members[random.Below(members.Length)];
        }
    }

    // The same number of each class: whole rounds of its photos, then as many more as are missing, each in an order drawn anew.
    void Level(ref SplitMix64 random, Span<int> order)
    {
        var each = Length / Math.Max(1, classes.Length);
        foreach (var members in classes)
        {
            int[] round = [.. members];
            random.Shuffle<int>(round);
            for (var i = 0; i < each; i++) order[i] = round[i % round.Length];
            order = order[each..];
        }
    }

    static double[] Cumulative(double[] weights)
    {
        for (var i = 1; i < weights.Length; i++) weights[i] += weights[i - 1];
        return weights;
    }
}

/// <summary>How often an epoch shows the photos of each class (Smart Derma 4.1.6 and 4.2.1). Classes without photos take no part.</summary>
public enum ClassSampling
{
    /// <summary>Every photo once.</summary>
    Natural,

    /// <summary>As many draws as there are photos, with replacement, every class equally likely (stratified sampling).</summary>
    Balanced,

    /// <summary>
    /// As many draws as there are photos, with replacement, a class as likely as the square root of its size: between the two above.
    /// </summary>
    SquareRoot,

    /// <summary>Every photo at least once; rarer classes are repeated up to the size of the largest.</summary>
    Oversampled,

    /// <summary>As many photos of each class as the rarest has, drawn anew each epoch.</summary>
    Undersampled,
}

/// <summary>Weights that make every class count the same in the loss.</summary>
public static class ClassWeights
{
    /// <summary>n / (k · n_c), as scikit-learn's <c>compute_class_weight("balanced")</c>, which the CNN report uses (2.1).</summary>
    /// <param name="countPerClass">Training photos of each class.</param>
    /// <returns>One weight a class; the mean over all photos is 1.</returns>
    /// <exception cref="UserError">A class has no photo.</exception>
    public static float[] Balanced(int[] countPerClass)
    {
        var empty = Array.IndexOf(countPerClass, 0);
        if (empty >= 0) throw new UserError($"Class number {empty} has no training photo, so it has no balanced weight.");
        var total = countPerClass.Sum(n => (long)n);
        return Array.ConvertAll(countPerClass, n => (float)(total / ((double)countPerClass.Length * n)));
    }
}
