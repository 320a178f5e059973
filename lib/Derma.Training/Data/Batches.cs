namespace Derma.Training;

/// <summary>
/// Cuts a cache into batches. Order and augmentation depend on seed, epoch and photo only, so that a run can resume anywhere. A photo that
/// an epoch shows again is changed anew: the same pixels twice would be learnt by heart.
/// </summary>
public sealed class Batches
{
    readonly PixelCache cache;
    readonly BatchOptions options;
    readonly EpochOrder order;
    readonly Augmenter augmenter;
    readonly BatchMemory memory;
    readonly ParallelOptions workers;

    /// <summary>Reads from <paramref name="cache"/>, which may be shared.</summary>
    /// <param name="cache">The decoded photos.</param>
    /// <param name="options">Batch size, order, augmentation, threads.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public Batches(PixelCache cache, BatchOptions options)
    {
        options.Validate();
        (this.cache, this.options) = (cache, options);
        order = new EpochOrder(cache, options);
        augmenter = new Augmenter(options.Augmentation, options.Seed);
        memory = new BatchMemory(cache.Size);
        workers = new ParallelOptions { MaxDegreeOfParallelism = options.Workers };
    }

    /// <summary>Batches an epoch, the last one possibly smaller.</summary>
    public int StepsPerEpoch => (order.Length + options.BatchSize - 1) / options.BatchSize;

    /// <summary>The batches of one epoch; each is overwritten when the next is asked for.</summary>
    /// <param name="epoch">Counts from 0; every epoch has its own order and changes.</param>
    /// <param name="firstStep">Batches to leave out at the start, when resuming.</param>
    public IEnumerable<PixelBatch> Epoch(int epoch, int firstStep = 0) =>
        options.Prefetch > 0 ? Prefetched(epoch, firstStep) : InTurn(epoch, firstStep);

    IEnumerable<PixelBatch> InTurn(int epoch, int firstStep)
    {
        var shown = order.Of(epoch);
        for (var step = firstStep; step < StepsPerEpoch; step++)
        {
            var batch = Make(shown, epoch, step);
            yield return batch;
            memory.Return(batch);
        }
    }

    // One task after the other makes the batches; up to Prefetch of them wait while the consumer holds one more.
    IEnumerable<PixelBatch> Prefetched(int epoch, int firstStep)
    {
        var shown = order.Of(epoch);
        var ahead = new Queue<Task<PixelBatch>>();
        var next = firstStep;
        Task<PixelBatch>? latest = null;
        try
        {
            for (var step = firstStep; step < StepsPerEpoch; step++)
            {
                for (; next < Math.Min(step + options.Prefetch, StepsPerEpoch); next++)
                    ahead.Enqueue(latest = After(latest, shown, epoch, next));
                var batch = ahead.Dequeue().GetAwaiter().GetResult();
                if (next < StepsPerEpoch) ahead.Enqueue(latest = After(latest, shown, epoch, next++));
                yield return batch;
                memory.Return(batch);
            }
        }
        finally
        {
            foreach (var task in ahead) memory.Return(task.GetAwaiter().GetResult());
        }
    }

    Task<PixelBatch> After(Task? previous, (int Photo, int Before)[] shown, int epoch, int step) => previous is null
        ? Task.Run(() => Make(shown, epoch, step))
        : previous.ContinueWith(_ => Make(shown, epoch, step), TaskScheduler.Default);

    PixelBatch Make((int Photo, int Before)[] shown, int epoch, int step)
    {
        var first = step * options.BatchSize;
        var batch = memory.Take(Math.Min(options.BatchSize, shown.Length - first));
        if (options.Workers == 1) for (var i = 0; i < batch.Count; i++) Fill(batch, i, epoch, shown[first + i]);
        else Parallel.For(0, batch.Count, workers, i => Fill(batch, i, epoch, shown[first + i]));
        return batch;
    }

    void Fill(PixelBatch batch, int i, int epoch, (int Photo, int Before) shown)
    {
        var floats = cache.Size * cache.Size * 3;
        (batch.Indices[i], batch.Labels[i]) = (shown.Photo, cache.Label(shown.Photo));
        var pixels = batch.Pixels.AsSpan(i * floats, floats);
        augmenter.Apply(cache.Pixels(shown.Photo), cache.Size, epoch, shown.Photo, pixels, shown.Before);
    }
}

/// <summary>
/// The arrays of used batches, kept for the next ones: a large array of each step would fill the heap between two collections.
/// </summary>
/// <param name="size">Width and height of the photos in pixels.</param>
sealed class BatchMemory(int size)
{
    readonly List<PixelBatch> free = [];

    /// <summary>A batch of so many photos, to be filled.</summary>
    public PixelBatch Take(int count)
    {
        lock (free)
        {
            var place = free.FindIndex(batch => batch.Count == count);
            if (place < 0) return new PixelBatch(new float[count * size * size * 3], new long[count], new int[count], count, size);
            var batch = free[place];
            free.RemoveAt(place);
            return batch;
        }
    }

    /// <summary>Gives a batch back; its arrays will be overwritten.</summary>
    public void Return(PixelBatch batch)
    {
        lock (free) free.Add(batch);
    }
}

/// <summary>Pixels and labels of one training step.</summary>
/// <param name="Pixels">Count x Size x Size x 3, row-major (NHWC, RGB), in [0, 1]. Valid until the next batch is asked for, which reuses
/// the memory.
/// </param>
/// <param name="Labels">One class a photo; valid as long.</param>
/// <param name="Indices">Where each photo is in the cache; valid as long.</param>
/// <param name="Count">Photos; the last batch of an epoch may be smaller.</param>
/// <param name="Size">Width and height in pixels.</param>
public sealed record PixelBatch(float[] Pixels, long[] Labels, int[] Indices, int Count, int Size);
