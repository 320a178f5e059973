namespace Derma.Training;

/// <summary>EfficientNet-B3 (Tan and Le 2019) as torchvision builds it; the network of Smart Derma's experiment 3.</summary>
public sealed record EfficientNetB3Options
{
    /// <summary>Number of classes; Smart Derma has 13.</summary>
    public int Classes { get; init; } = 13;

    /// <summary>Share dropped before the last layer while training; null is torchvision's 0.3. Smart Derma names 0.3 to 0.5.</summary>
    public double? Dropout { get; init; }

    /// <summary>Block i of 26, counted from 0, skips its branch with i / 26 of this chance while training (Huang and others 2016).</summary>
    public double StochasticDepth { get; init; } = 0.2;

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        OptionCheck.RequireClasses(Classes);
        OptionCheck.RequireShare(nameof(Dropout), Dropout ?? 0);
        OptionCheck.RequireShare(nameof(StochasticDepth), StochasticDepth);
    }
}
