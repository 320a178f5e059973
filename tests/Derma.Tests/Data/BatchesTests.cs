using Derma.Data;

namespace Derma.Tests.Data;

public class BatchesTests
{
    const int Size = 8;

    static readonly PixelCache Cache = MakeCache(10);

    static PixelCache MakeCache(int count)
    {
        var pixels = new byte[count * Size * Size * 3];
        new Random(1).NextBytes(pixels);
        return PixelCache.FromPixels([.. Enumerable.Range(0, count).Select(i => new Photo($"{i}", i % 3, $"{i}", Subset.Train))], Size, pixels);
    }

    static float[][] Copies(BatchOptions options, int epoch, int firstStep = 0) =>
        [.. new Batches(Cache, options).Epoch(epoch, firstStep).Select(batch => (float[])batch.Pixels.Clone())];

    static int[] Indices(BatchOptions options, int epoch) =>
        [.. new Batches(Cache, options).Epoch(epoch).SelectMany(batch => batch.Indices)];

    static readonly BatchOptions Augmented = new() { BatchSize = 4, Seed = 5, Shuffle = true, Augmentation = AugmentationOptions.KerasLike };

    [Fact]
    public void The_last_batch_holds_what_is_left() =>
        Assert.Equal([4, 4, 2], new Batches(Cache, new BatchOptions { BatchSize = 4 }).Epoch(0).Select(batch => batch.Count));

    [Fact]
    public void Plain_pixels_are_bytes_over_255()
    {
        var batch = new Batches(Cache, new BatchOptions { BatchSize = 4 }).Epoch(0).First();
        Assert.Equal(Cache.Pixels(1)[7] / 255f, batch.Pixels[Size * Size * 3 + 7], 1e-6f);
        Assert.Equal([0L, 1, 2, 0], batch.Labels);
    }

    [Fact]
    public void Every_epoch_has_each_photo_once_in_an_order_of_its_own()
    {
        Assert.Equal(Enumerable.Range(0, 10), Indices(Augmented, 0).Order());
        Assert.NotEqual(Indices(Augmented, 0), Indices(Augmented, 1));
        Assert.Equal(Indices(Augmented, 1), Indices(Augmented, 1));
    }

    [Fact]
    public void Prefetching_changes_no_bit() => Assert.Equal(Copies(Augmented with { Prefetch = 0 }, 3), Copies(Augmented, 3));

    [Fact]
    public void Starting_in_the_middle_gives_the_same_batches() => Assert.Equal(Copies(Augmented, 3)[1..], Copies(Augmented, 3, firstStep: 1));

    [Fact]
    public void Starting_after_the_last_batch_gives_none() => Assert.Empty(Copies(Augmented, 3, firstStep: 3));

    [Fact]
    public void A_photo_looks_different_in_every_epoch() =>
        Assert.NotEqual(Copies(Augmented with { Shuffle = false }, 0)[0], Copies(Augmented with { Shuffle = false }, 1)[0]);

    [Fact]
    public void Augmented_pixels_stay_between_black_and_white() =>
        Assert.All(Copies(Augmented, 0).SelectMany(pixels => pixels), value => Assert.InRange(value, 0f, 1f));

    [Fact]
    public void A_batch_of_no_photos_is_refused() =>
        Assert.Throws<UserError>(() => new Batches(Cache, new BatchOptions { BatchSize = 0 }));
}
