namespace Derma.Training;

/// <summary>Photos decoded once, kept as bytes (H x W x 3, RGB) at one size, so that an epoch costs no decoding.</summary>
public sealed class PixelCache
{
    const int BlockBytes = 32 << 20;

    readonly IReadOnlyList<Photo> photos;
    readonly byte[][] blocks;
    readonly int photoBytes;
    readonly int photosPerBlock;
    readonly int[] usable;

    PixelCache(IReadOnlyList<Photo> photos, int size)
    {
        (this.photos, Size, photoBytes) = (photos, size, size * size * 3);
        CheckMemory(photos.Count, size);
        photosPerBlock = Math.Max(1, BlockBytes / photoBytes);
        blocks = [.. Enumerable.Range(0, (photos.Count + photosPerBlock - 1) / photosPerBlock)
            .Select(b => new byte[Math.Min(photosPerBlock, photos.Count - b * photosPerBlock) * photoBytes])];
        (usable, Skipped) = ([], []);
    }

    PixelCache(PixelCache decoded, string?[] reasons)
    {
        (photos, Size, photoBytes) = (decoded.photos, decoded.Size, decoded.photoBytes);
        (photosPerBlock, blocks) = (decoded.photosPerBlock, decoded.blocks);
        usable = [.. Enumerable.Range(0, reasons.Length).Where(i => reasons[i] is null)];
        Skipped = [.. Enumerable.Range(0, reasons.Length).Where(i => reasons[i] is not null)
            .Select(i => new SkippedPhoto(photos[i].Path, reasons[i]!))];
    }

    /// <summary>Width and height in pixels.</summary>
    public int Size { get; }

    /// <summary>Photos that could be decoded.</summary>
    public int Count => usable.Length;

    /// <summary>Photos that could not, each with its reason, in the order they were given.</summary>
    public IReadOnlyList<SkippedPhoto> Skipped { get; }

    /// <summary>The file, class and group of photo <paramref name="i"/>.</summary>
    public Photo Photo(int i) => photos[usable[i]];

    /// <summary>The class of photo <paramref name="i"/>.</summary>
    public int Label(int i) => Photo(i).Label;

    /// <summary>Size x Size x 3 bytes, row-major RGB.</summary>
    public ReadOnlySpan<byte> Pixels(int i) => Slot(usable[i]);

    /// <summary>Decodes all photos in parallel; a bad one is skipped and named, never the end of the run.</summary>
    /// <param name="photos">What to decode; the order is kept.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="threads">Photos decoded at the same time.</param>
    /// <param name="progress">Told now and then how many photos are done.</param>
    /// <param name="cancellation">Stops between two photos.</param>
    /// <exception cref="UserError">The pixels do not fit into this machine's memory.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PixelCache Load(
        IReadOnlyList<Photo> photos, int size, int threads, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var cache = new PixelCache(photos, size);
        var reasons = new string?[photos.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, photos.Count, options, i =>
        {
            PhotoDecoder.TryDecode(photos[i].Path, size, cache.Slot(i), out reasons[i]);
            if (Interlocked.Increment(ref done) is var n && (n % 100 == 0 || n == photos.Count)) progress?.Report(n);
        });
        return new PixelCache(cache, reasons);
    }

    /// <summary>A cache of pixels that somebody else has.</summary>
    /// <param name="photos">One entry a picture.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="read">Fills the size x size x 3 bytes of a photo, by its place.</param>
    internal static PixelCache Read(IReadOnlyList<Photo> photos, int size, PixelReader read)
    {
        var cache = new PixelCache(photos, size);
        for (var i = 0; i < photos.Count; i++) read(i, cache.Slot(i));
        return new PixelCache(cache, new string?[photos.Count]);
    }

    /// <summary>A cache of pixels that are in memory already, such as drawings.</summary>
    /// <param name="photos">One entry a picture.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="pixels">Count x size x size x 3 bytes, copied.</param>
    public static PixelCache FromPixels(IReadOnlyList<Photo> photos, int size, ReadOnlySpan<byte> pixels)
    {
        var cache = new PixelCache(photos, size);
        for (var i = 0; i < photos.Count; i++) pixels.Slice(i * cache.photoBytes, cache.photoBytes).CopyTo(cache.Slot(i));
        return new PixelCache(cache, new string?[photos.Count]);
    }

    Span<byte> Slot(int i) => blocks[i / photosPerBlock].AsSpan(i % photosPerBlock * photoBytes, photoBytes);

    static void CheckMemory(int count, int size)
    {
        var needed = (double)count * size * size * 3;
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > 0.8 * available)
            throw new UserError($"{count:N0} photos at {size} px take {needed / 1e9:0.0} GB, and this machine has {available / 1e9:0.0}: "
                + "choose a smaller size or fewer photos.");
    }
}

/// <summary>Fills the bytes of a photo.</summary>
delegate void PixelReader(int photo, Span<byte> pixels);
