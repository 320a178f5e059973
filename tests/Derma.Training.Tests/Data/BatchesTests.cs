namespace Derma.Training.Tests;

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

    [Theory]
    [InlineData(ClassSampling.Balanced)]
    [InlineData(ClassSampling.Oversampled)]
    public void A_photo_that_an_epoch_shows_again_looks_different(ClassSampling sampling)
    {
        var shown = new Batches(Cache, Augmented with { BatchSize = 1, Sampling = sampling }).Epoch(3).Select(batch => (Photo: batch.Indices[0], Pixels: Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(batch.Pixels)))).ToList();
        Assert.True(shown.DistinctBy(one => one.Photo).Count() < shown.Count);
        Assert.Distinct(shown.Select(one => one.Pixels));
    }

    [Fact]
    public void Augmented_pixels_stay_between_black_and_white() =>
        Assert.All(Copies(Augmented, 0).SelectMany(pixels => pixels), value => Assert.InRange(value, 0f, 1f));

    [Fact]
    public void A_batch_of_no_photos_is_refused() =>
        Assert.Throws<UserError>(() => new Batches(Cache, new BatchOptions { BatchSize = 0 }));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(2, 9)]
    public void Workers_and_batches_ahead_change_no_bit(int workers, int ahead)
    {
        var options = Augmented with { Augmentation = AugmentationOptions.TorchvisionLike, Sampling = ClassSampling.Balanced, Prefetch = 0 };
        Assert.Equal(Copies(options, 3), Copies(options with { Workers = workers, Prefetch = ahead }, 3));
        Assert.Equal(Copies(options, 3, firstStep: 2), Copies(options with { Workers = workers, Prefetch = ahead }, 3, firstStep: 2));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void Epochs_share_the_memory_of_as_many_batches_as_are_alive_at_once(int ahead, int alive)
    {
        var batches = new Batches(Cache, Augmented with { BatchSize = 2, Prefetch = ahead });
        var arrays = Enumerable.Range(0, 4).SelectMany(epoch => batches.Epoch(epoch).Select(batch => batch.Pixels).ToList());
        Assert.InRange(arrays.Distinct(ReferenceEqualityComparer.Instance).Count(), 1, alive);
    }

    [Fact]
    public void A_batch_stays_as_it_is_until_the_next_is_asked_for()
    {
        var options = Augmented with { BatchSize = 1, Prefetch = 3 };
        var expected = Copies(options with { Prefetch = 0 }, 2);
        var step = 0;
        foreach (var batch in new Batches(Cache, options).Epoch(2))
        {
            Thread.Sleep(2);
            Assert.Equal(expected[step++], batch.Pixels);
        }
    }

    [Fact]
    public void An_epoch_left_early_can_be_begun_again()
    {
        var batches = new Batches(Cache, Augmented with { BatchSize = 1, Prefetch = 3 });
        foreach (var _ in batches.Epoch(2)) break;
        Assert.Equal(Copies(Augmented with { BatchSize = 1 }, 2), batches.Epoch(2).Select(batch => (float[])batch.Pixels.Clone()));
    }

    [Fact]
    public void No_workers_and_less_than_no_batches_ahead_are_refused()
    {
        Assert.StartsWith("Workers ", Assert.Throws<UserError>(() => new Batches(Cache, new BatchOptions { Workers = 0 })).Message);
        Assert.StartsWith("Prefetch ", Assert.Throws<UserError>(() => new Batches(Cache, new BatchOptions { Prefetch = -1 })).Message);
    }
}
