namespace Derma.Core;

/// <summary>The figure of which a bootstrap gives the interval; <see cref="ClassificationMetrics"/> defines them.</summary>
public enum BootstrapFigure
{
    /// <summary>Correct / all.</summary>
    Accuracy,

    /// <summary>Mean recall over the classes that occur among the labels.</summary>
    BalancedAccuracy,

    /// <summary>Mean F1 over the classes that occur among the labels or the predictions.</summary>
    MacroF1,
}
