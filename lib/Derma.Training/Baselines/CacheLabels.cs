namespace Derma.Training;

/// <summary>What baselines read of a cache besides its pixels.</summary>
internal static class CacheLabels
{
    public static int[] Labels(this PixelCache photos) => [.. Enumerable.Range(0, photos.Count).Select(photos.Label)];

    public static Predictions Predicted(this PixelCache photos, float[] probabilities, IReadOnlyList<string> classes) =>
        new(probabilities, photos.Labels(), [.. Enumerable.Range(0, photos.Count).Select(i => photos.Photo(i).Path)], classes);
}
