namespace Derma.Training;

/// <summary>Where the rate and its plateau are.</summary>
/// <param name="Rate">The rate as lowered so far.</param>
public sealed record PlateauState(double Rate)
{
    /// <summary>The lowest validation loss.</summary>
    public double Best { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs without a fall.</summary>
    public int Bad { get; init; }

    /// <summary>Epochs left that are not counted.</summary>
    public int Cooling { get; init; }

    public PlateauState After(double loss, PlateauOptions options)
    {
        var lower = loss < Best * (1 - options.Threshold);
        var counted = this with { Best = lower ? loss : Best, Bad = lower ? 0 : Bad + 1 };
        if (Cooling > 0) counted = counted with { Cooling = Cooling - 1, Bad = 0 };
        return counted.Bad > options.Patience ? counted.Lowered(options) : counted;
    }

    PlateauState Lowered(PlateauOptions options)
    {
        var rate = Math.Max(Rate * options.Factor, options.MinRate);
        return this with { Rate = Rate - rate > options.Epsilon ? rate : Rate, Cooling = options.Cooldown, Bad = 0 };
    }
}
