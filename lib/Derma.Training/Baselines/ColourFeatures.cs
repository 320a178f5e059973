namespace Derma.Training;

/// <summary>
/// A photo as 944 numbers that know nothing of lesions: how often each of 8 x 8 x 8 colours occurs (the square root of its share, after
/// Hellinger, so that rare colours count), and a thumbnail of 12 x 12 pixels.
/// </summary>
public static class ColourFeatures
{
    /// <summary>Numbers a photo: 512 of the histogram, 432 of the thumbnail.</summary>
    public const int Count = Colours + Side * Side * 3;

    const int LevelBits = 3, Colours = 1 << (3 * LevelBits), Side = 12;

    /// <summary>The features of one photo.</summary>
    /// <param name="rgb">size x size x 3 bytes, row-major.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <returns><see cref="Count"/> values in [0, 1].</returns>
    public static float[] Of(ReadOnlySpan<byte> rgb, int size)
    {
        var features = new float[Count];
        Histogram(rgb, features.AsSpan(0, Colours));
        Thumbnail(rgb, size, features.AsSpan(Colours));
        return features;
    }

    /// <summary>The features of every photo of a cache, in its order.</summary>
    /// <param name="photos">Decoded photos of any one size.</param>
    public static float[][] Of(PixelCache photos) =>
        [.. ParallelEnumerable.Range(0, photos.Count).AsOrdered().Select(i => Of(photos.Pixels(i), photos.Size))];

    static void Histogram(ReadOnlySpan<byte> rgb, Span<float> shares)
    {
        const int drop = 8 - LevelBits;
        for (var i = 0; i < rgb.Length; i += 3)
            shares[((rgb[i] >> drop) << (2 * LevelBits)) | ((rgb[i + 1] >> drop) << LevelBits) | (rgb[i + 2] >> drop)]++;
        foreach (ref var share in shares) share = MathF.Sqrt(share * 3 / rgb.Length);
    }

    static void Thumbnail(ReadOnlySpan<byte> rgb, int size, Span<float> pixels)
    {
        var rgba = new byte[size * size * 4];
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4) rgb.Slice(from, 3).CopyTo(rgba.AsSpan(to));
        Span<byte> small = stackalloc byte[Side * Side * 3];
        Resizer.Resize(rgba, size, size, small, Side);
        for (var i = 0; i < small.Length; i++) pixels[i] = small[i] / 255f;
    }
}
