namespace Derma.Training;

/// <summary>The arrays of used batches, kept for the next ones: a large array of each step would fill the heap between two collections.</summary>
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
