namespace Derma.Training;

/// <summary>What the best epoch is best by.</summary>
public enum BestBy
{
    /// <summary>The highest validation accuracy.</summary>
    ValidationAccuracy,

    /// <summary>The lowest validation loss.</summary>
    ValidationLoss,
}
