using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// A rate that rises along a straight line to its full height, step by step, as PyTorch's <c>LinearLR</c> (Smart Derma 4.2.2, "briefly tested").
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
