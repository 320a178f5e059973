using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// Two phases: first the head alone on a frozen backbone, whose batch norms keep their statistics, then everything (Smart Derma 3.2: the three
/// networks were fine-tuned).
/// </summary>
public sealed record FineTuning
{
    /// <summary>Epochs with a frozen backbone.</summary>
    public int FrozenEpochs { get; init; } = 1;

    /// <summary>Factor of the rate in the epochs after them.</summary>
    public double RateFactor { get; init; } = 1;

    internal void Validate()
    {
        Require(FrozenEpochs >= 0, nameof(FrozenEpochs), FrozenEpochs, "at least 0");
        Require(RateFactor > 0, nameof(RateFactor), RateFactor, "above 0");
    }
}
