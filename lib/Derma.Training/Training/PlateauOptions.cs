using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// Lower the learning rate where the validation loss no longer falls, as PyTorch's <c>ReduceLROnPlateau</c> in its mode "min" with a relative
/// threshold (Smart Derma 4.2.1, which prints no factor and no patience; the defaults are PyTorch's). Every validated epoch counts.
/// </summary>
public sealed record PlateauOptions
{
    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>Epochs without a fall that are put up with; the next one lowers the rate.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>A loss is lower where it is below (1 - this) times the lowest.</summary>
    public double Threshold { get; init; } = 1e-4;

    /// <summary>Epochs after a lowering that are not counted.</summary>
    public int Cooldown { get; init; }

    /// <summary>The lowest rate.</summary>
    public double MinRate { get; init; }

    /// <summary>A lowering by this or less is not done.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal void Validate()
    {
        Require(Factor is > 0 and < 1, nameof(Factor), Factor, "above 0 and below 1");
        Require(Patience >= 0, nameof(Patience), Patience, "at least 0");
        Require(Threshold is >= 0 and < 1, nameof(Threshold), Threshold, "at least 0 and below 1");
        Require(Cooldown >= 0, nameof(Cooldown), Cooldown, "at least 0");
        Require(MinRate >= 0, nameof(MinRate), MinRate, "at least 0");
    }
}
