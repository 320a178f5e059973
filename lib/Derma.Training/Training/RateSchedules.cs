using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>The learning rate as a function of the step alone, so that a resumed training needs no state for it.</summary>
public enum RateSchedule
{
    /// <summary>The same at every step.</summary>
    Constant,

    /// <summary>
    /// From 1/25 of the rate up to it over the first 30 % of the steps, then down to nearly nothing, both along a cosine
    /// (Smith and Topin 2017; the figures are PyTorch's defaults).
    /// </summary>
    OneCycle,
}

/// <summary>The learning rates of the schedules.</summary>
public static class RateSchedules
{
    const double WarmUpShare = 0.3;
    const double StartDivisor = 25;
    const double EndDivisor = 1e4;

    /// <summary>The rate of one step.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="peak">The highest rate.</param>
    /// <param name="step">0 for the first step.</param>
    /// <param name="steps">Number of steps of the whole training.</param>
    public static double At(this RateSchedule schedule, double peak, int step, int steps)
    {
        if (schedule == RateSchedule.Constant) return peak;
        double start = peak / StartDivisor, end = start / EndDivisor, top = WarmUpShare * steps - 1, last = steps - 1;
        return step <= top ? Cosine(start, peak, step / top) : Cosine(peak, end, (step - top) / (last - top));
    }

    static double Cosine(double from, double to, double share) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));
}

/// <summary>
/// A rate that rises along a straight line to its full height, step by step, as PyTorch's <c>LinearLR</c> (Smart Derma 4.2.2, "briefly
/// tested").
/// </summary>
public sealed record WarmUp
{
    /// <summary>Length in epochs, added to <see cref="Steps"/>.</summary>
    public double Epochs { get; init; }

    /// <summary>Length in steps, added to <see cref="Epochs"/>.</summary>
    public int Steps { get; init; }

    /// <summary>Share of the rate that the first step has.</summary>
    public double StartFactor { get; init; } = 0.1;

    /// <summary>Factor of one step's rate.</summary>
    /// <param name="step">0 for the first step.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    public double FactorAt(int step, int stepsPerEpoch)
    {
        var length = Steps + Epochs * stepsPerEpoch;
        return step >= length ? 1 : StartFactor + (1 - StartFactor) * step / length;
    }

    internal void Validate()
    {
        Require(Epochs >= 0, nameof(Epochs), Epochs, "at least 0");
        Require(Steps >= 0, nameof(Steps), Steps, "at least 0");
        Require(StartFactor is > 0 and <= 1, nameof(StartFactor), StartFactor, "above 0 and at most 1");
    }
}

/// <summary>
/// Lower the learning rate where the validation loss no longer falls, as PyTorch's <c>ReduceLROnPlateau</c> in its mode "min" with a
/// relative threshold (Smart Derma 4.2.1, which prints no factor and no patience; the defaults are PyTorch's). Every validated epoch
/// counts.
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

    /// <summary>After one more validated epoch; a loss that is no number counts as no fall.</summary>
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
