using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>How an epoch is cut into batches.</summary>
public sealed record BatchOptions
{
    /// <summary>Photos a step; both papers use 32 (CNN report 2.1, Smart Derma 4.2.1).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Fixes order and augmentation.</summary>
    public long Seed { get; init; }

    /// <summary>A new order every epoch, or always that of the cache.</summary>
    public bool Shuffle { get; init; }

    /// <summary>How often the photos of each class are shown.</summary>
    public ClassSampling Sampling { get; init; } = ClassSampling.Natural;

    /// <summary>Random changes of each photo, new in every epoch.</summary>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>Threads that change the photos of a batch (Smart Derma 4.2.5: num_workers). It decides the time and no bit.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>
    /// Batches prepared ahead while one is used (prefetch_factor), each with memory of its own; 0: none. It decides the time and no bit.
    /// </summary>
    public int Prefetch { get; init; } = 1;

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        Require(BatchSize > 0, nameof(BatchSize), BatchSize, "at least 1");
        Require(Workers > 0, nameof(Workers), Workers, "at least 1");
        Require(Prefetch >= 0, nameof(Prefetch), Prefetch, "at least 0");
        Augmentation.Validate();
    }
}
