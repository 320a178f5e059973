namespace Derma.Data;

/// <summary>How an epoch is cut into batches.</summary>
public sealed record BatchOptions
{
    /// <summary>Photos a step; the CNN report uses 32 (2.1).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Fixes order and augmentation.</summary>
    public long Seed { get; init; }

    /// <summary>A new order every epoch, or always that of the cache.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Random changes of each photo, new in every epoch.</summary>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>Prepare the next batch on another thread while this one is used.</summary>
    public bool Prefetch { get; init; } = true;
}
