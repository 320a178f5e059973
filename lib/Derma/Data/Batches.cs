namespace Derma.Data;

/// <summary>Cuts a cache into batches. Order and augmentation depend on seed, epoch and photo only, so that a run can resume anywhere.</summary>
public sealed class Batches
{
    readonly PixelCache cache;
    readonly BatchOptions options;
    readonly Augmenter augmenter;

    /// <summary>Reads from <paramref name="cache"/>, which may be shared.</summary>
    /// <param name="cache">The decoded photos.</param>
    /// <param name="options">Batch size, order, augmentation.</param>
    /// <exception cref="UserError">The batch size is below 1.</exception>
    public Batches(PixelCache cache, BatchOptions options)
    {
        if (options.BatchSize < 1) throw new UserError($"A batch takes at least 1 photo, not {options.BatchSize}.");
        (this.cache, this.options) = (cache, options);
        augmenter = new Augmenter(options.Augmentation, options.Seed);
    }

    /// <summary>Batches an epoch, the last one possibly smaller.</summary>
    public int StepsPerEpoch => (cache.Count + options.BatchSize - 1) / options.BatchSize;

    /// <summary>The batches of one epoch; each is overwritten when the next is asked for.</summary>
    /// <param name="epoch">Counts from 0; every epoch has its own order and changes.</param>
    /// <param name="firstStep">Batches to leave out at the start, when resuming.</param>
    public IEnumerable<PixelBatch> Epoch(int epoch, int firstStep = 0) =>
        options.Prefetch ? Prefetched(epoch, firstStep) : InTurn(epoch, firstStep);

    IEnumerable<PixelBatch> InTurn(int epoch, int firstStep)
    {
        var order = Order(epoch);
        var buffer = NewBuffer();
        for (var step = firstStep; step < StepsPerEpoch; step++) yield return Make(order, epoch, step, buffer);
    }

    // Two buffers take turns: the consumer holds one while the other is filled.
    IEnumerable<PixelBatch> Prefetched(int epoch, int firstStep)
    {
        if (firstStep >= StepsPerEpoch) yield break;
        var order = Order(epoch);
        var (current, spare) = (NewBuffer(), NewBuffer());
        var next = Start(firstStep, current);
        for (var step = firstStep; step < StepsPerEpoch; step++)
        {
            var batch = next.GetAwaiter().GetResult();
            (current, spare) = (spare, current);
            if (step + 1 < StepsPerEpoch) next = Start(step + 1, current);
            yield return batch;
        }

        Task<PixelBatch> Start(int step, float[] buffer) => Task.Run(() => Make(order, epoch, step, buffer));
    }

    float[] NewBuffer() => new float[options.BatchSize * cache.Size * cache.Size * 3];

    int[] Order(int epoch)
    {
        var order = Enumerable.Range(0, cache.Count).ToArray();
        if (options.Shuffle) SplitMix64.At(options.Seed, epoch).Shuffle<int>(order);
        return order;
    }

    PixelBatch Make(int[] order, int epoch, int step, float[] buffer)
    {
        var indices = order[(step * options.BatchSize)..Math.Min((step + 1) * options.BatchSize, order.Length)];
        var photoFloats = cache.Size * cache.Size * 3;
        var pixels = indices.Length == options.BatchSize ? buffer : new float[indices.Length * photoFloats];
        for (var i = 0; i < indices.Length; i++)
            augmenter.Apply(cache.Pixels(indices[i]), cache.Size, epoch, indices[i], pixels.AsSpan(i * photoFloats, photoFloats));
        return new PixelBatch(pixels, Array.ConvertAll(indices, i => (long)cache.Label(i)), indices, indices.Length, cache.Size);
    }
}
