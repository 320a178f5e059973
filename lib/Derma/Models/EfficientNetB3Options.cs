namespace Derma.Models;

/// <summary>EfficientNet-B3 (Tan and Le 2019) as torchvision builds it; the network of Smart Derma's experiment 3.</summary>
public sealed record EfficientNetB3Options
{
    /// <summary>Number of classes; Smart Derma has 13.</summary>
    public int Classes { get; init; } = 13;

    /// <summary>Share of features dropped before the last layer while training; null is torchvision's 0.3. Smart Derma names 0.3 to 0.5.</summary>
    public double? Dropout { get; init; }

    /// <summary>Chance to skip the branch of the last block while training; block i of 26 has i / 26 of it (Huang and others 2016).</summary>
    public double StochasticDepth { get; init; } = 0.2;

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        OptionChecks.RequireClasses(Classes);
        OptionChecks.RequireShare(nameof(Dropout), Dropout ?? 0);
        OptionChecks.RequireShare(nameof(StochasticDepth), StochasticDepth);
    }
}
