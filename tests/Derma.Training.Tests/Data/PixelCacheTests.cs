namespace Derma.Training.Tests;

public sealed class PixelCacheTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    IReadOnlyList<Photo> Write() =>
        [.. BadPhotos.All.Select((photo, i) => new Photo(folder.Write(photo.Name, photo.Bytes), i, photo.Name, Subset.Train))];

    [Fact]
    public void A_folder_of_bad_photos_loads_the_good_and_names_each_of_the_others()
    {
        var photos = Write();
        var cache = PixelCache.Load(photos, 16, threads: 2);
        var (good, bad) = (BadPhotos.All.Where(p => p.Reason is null), BadPhotos.All.Where(p => p.Reason is not null));
        Assert.Equal(good.Select(p => p.Name), Enumerable.Range(0, cache.Count).Select(i => cache.Photo(i).Group));
        Assert.Equal(bad.Select(p => p.Name), cache.Skipped.Select(s => Path.GetFileName(s.Path)));
        Assert.All(bad.Zip(cache.Skipped), pair => Assert.Contains(pair.First.Reason!, pair.Second.Reason));
    }

    [Fact]
    public void Pixels_stay_with_their_photo_after_skipped_ones()
    {
        var photos = Write().Reverse().ToArray();
        var cache = PixelCache.Load(photos, 16, threads: 2);
        var alone = new byte[16 * 16 * 3];
        for (var i = 0; i < cache.Count; i++)
        {
            PhotoDecoder.Decode(cache.Photo(i).Path, 16, alone);
            Assert.Equal(alone, cache.Pixels(i).ToArray());
        }
    }

    [Fact]
    public void More_pixels_than_memory_are_refused_before_any_is_read()
    {
        var photos = Enumerable.Repeat(new Photo("no.jpg", 0, "", Subset.Train), 1_000_000).ToArray();
        Assert.Contains("choose a smaller size", Assert.Throws<UserError>(() => PixelCache.Load(photos, 4096, threads: 1)).Message);
    }

    [Fact]
    public void Loading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => PixelCache.Load(Write(), 16, 2, cancellation: new CancellationToken(true)));
}
