using System.Collections.Immutable;

namespace Derma.Training;

/// <summary>How the ridge baseline is fitted.</summary>
public sealed record RidgeOptions
{
    /// <summary>The penalties to choose from, on standardised features; the best on the validation photos is taken.</summary>
    public ImmutableArray<double> Penalties { get; init; } = [3, 10, 30, 100, 300, 1_000, 3_000];

    /// <summary>
    /// A photo of class c weighs (n / (K · n_c)) to this power: 0 weighs photos alike, which leaves rare classes out, 1 weighs classes
    /// alike, which costs accuracy. The square root is the middle, as in the better recipe for the CNN.
    /// </summary>
    public double ClassWeightPower { get; init; } = 0.5;
}
