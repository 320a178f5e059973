using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// End a training whose validation loss no longer falls (Smart Derma 4.2.1, which prints no patience). Every validated epoch counts. The last
/// weights stay; those of the best epoch are in <see cref="CheckpointOptions.Best"/>.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>Epochs without a fall after which the training ends.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>A loss is lower where it is below the lowest by more than this.</summary>
    public double MinDelta { get; init; }

    internal void Validate()
    {
        Require(Patience > 0, nameof(Patience), Patience, "at least 1");
        Require(MinDelta >= 0, nameof(MinDelta), MinDelta, "at least 0");
    }
}
