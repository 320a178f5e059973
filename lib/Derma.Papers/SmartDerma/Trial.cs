namespace Derma.Papers;

/// <summary>
/// One training of a grid search, all of it in plain values (Smart Derma 4.2.2): its result depends on this record and the photos alone, so trials may
/// run in any order and on any machine.
/// </summary>
public sealed record Trial
{
    /// <summary>One of <see cref="NetworkNames"/>.</summary>
    public required string Network { get; init; }

    /// <summary>Photos a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Adam's weight decay.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Share dropped in the head.</summary>
    public required double Dropout { get; init; }

    /// <summary>Training photos seen, so that trials of any batch size see equally many.</summary>
    public required int Photos { get; init; }

    /// <summary>Decides weights, order, augmentation and dropout.</summary>
    public required long Seed { get; init; }

    /// <summary>Threads of the tensor library.</summary>
    public required int Threads { get; init; }

    /// <summary>Optimizer steps.</summary>
    public int Steps => (Photos + BatchSize - 1) / BatchSize;
}
