namespace Derma.Training;

/// <summary>Says of every photo what is most frequent in training: the accuracy that needs no look at a photo.</summary>
public static class MajorityBaseline
{
    /// <summary>The classes' shares of the training photos as every photo's probabilities; the largest class is always first.</summary>
    /// <param name="train">Photos to count.</param>
    /// <param name="photos">Photos to predict.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <exception cref="UserError">There is no training photo that can be read.</exception>
    public static Predictions Predict(PixelCache train, PixelCache photos, IReadOnlyList<string> classes)
    {
        if (train.Count == 0) throw new UserError("The majority baseline needs training photos, and there are none.");
        var counts = train.Labels().CountBy(label => label).ToDictionary();
        float[] shares = [.. classes.Select((_, label) => (float)counts.GetValueOrDefault(label) / train.Count)];
        return photos.Predicted([.. Enumerable.Repeat(shares, photos.Count).SelectMany(row => row)], classes);
    }
}

/// <summary>What baselines read of a cache besides its pixels.</summary>
static class CacheLabels
{
    public static int[] Labels(this PixelCache photos) => [.. Enumerable.Range(0, photos.Count).Select(photos.Label)];

    public static Predictions Predicted(this PixelCache photos, float[] probabilities, IReadOnlyList<string> classes) =>
        new(probabilities, photos.Labels(), [.. Enumerable.Range(0, photos.Count).Select(i => photos.Photo(i).Path)], classes);
}
