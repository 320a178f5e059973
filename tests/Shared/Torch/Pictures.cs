namespace Derma.TestSupport;

/// <summary>Small noisy pictures of three colours, and a small network for them.</summary>
static class Pictures
{
    public const int Size = 8;

    public static readonly string[] Classes = ["red", "green", "blue"];

    public static readonly PaperCnnOptions Network = new()
    {
        Classes = 3, ImageSize = Size, Filters = [4, 6], Dense = [8], Dropout = 0.3, Head = HeadActivation.Softmax,
    };

    public static PixelCache Of(int count, int seed = 1)
    {
        var random = new Random(seed);
        Photo[] photos = [.. Enumerable.Range(0, count).Select(i => new Photo($"{seed}-{i}.png", i % 3, $"{i}", Subset.Train))];
        var pixels = new byte[count * Size * Size * 3];
        random.NextBytes(pixels);
        for (var i = 0; i < pixels.Length; i++)
            if (i % 3 == photos[i / (Size * Size * 3)].Label) pixels[i] = (byte)(pixels[i] / 2 + 127);
        return PixelCache.FromPixels(photos, Size, pixels);
    }

    /// <summary>Wholly sure answers to pictures, by their label.</summary>
    public static Predictions Answers(PixelCache photos, Func<int, int> says)
    {
        int[] labels = [.. Enumerable.Range(0, photos.Count).Select(photos.Label)];
        var rows = labels.SelectMany(label => Enumerable.Range(0, Classes.Length).Select(c => c == says(label) ? 1f : 0f));
        return new Predictions([.. rows], labels, [.. Enumerable.Range(0, photos.Count).Select(i => photos.Photo(i).Path)], Classes);
    }
}
