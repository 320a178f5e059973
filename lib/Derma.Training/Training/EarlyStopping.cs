using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// End a training whose validation loss no longer falls (Smart Derma 4.2.1, which prints no patience). Every validated epoch counts. The
/// last weights stay; those of the best epoch are in <see cref="CheckpointOptions.Best"/>.
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

/// <summary>How long the validation loss has not fallen.</summary>
public sealed record StoppingState
{
    /// <summary>The lowest validation loss.</summary>
    public double Best { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs without a fall.</summary>
    public int Bad { get; init; }

    /// <summary>After one more validated epoch.</summary>
    public StoppingState After(double loss, EarlyStopping options) => loss < Best - options.MinDelta
        ? new StoppingState { Best = loss }
        : this with { Bad = Bad + 1 };

    /// <summary>Whether the training ends here.</summary>
    public bool Stops(EarlyStopping options) => Bad >= options.Patience;
}
