namespace Derma.Training;

/// <summary>Pixels and labels of one training step.</summary>
/// <param name="Pixels">
/// Count x Size x Size x 3, row-major (NHWC, RGB), in [0, 1]. Valid until the next batch is asked for, which reuses the memory.
/// </param>
/// <param name="Labels">One class a photo; valid as long.</param>
/// <param name="Indices">Where each photo is in the cache; valid as long.</param>
/// <param name="Count">Photos; the last batch of an epoch may be smaller.</param>
/// <param name="Size">Width and height in pixels.</param>
public sealed record PixelBatch(float[] Pixels, long[] Labels, int[] Indices, int Count, int Size);
