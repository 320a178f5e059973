namespace Derma.Training;

/// <summary>DenseNet-121 (Huang and others 2017) as torchvision builds it; the network of Smart Derma's experiment 2.</summary>
public sealed record DenseNet121Options
{
    /// <summary>Number of classes; Smart Derma has 13.</summary>
    public int Classes { get; init; } = 13;

    /// <summary>Share dropped before the last layer while training; null is torchvision's, none. Smart Derma names 0.3 to 0.5.</summary>
    public double? Dropout { get; init; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        OptionCheck.RequireClasses(Classes);
        OptionCheck.RequireShare(nameof(Dropout), Dropout ?? 0);
    }
}
