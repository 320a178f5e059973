namespace Derma.Training;

/// <summary>What the best epoch is best by.</summary>
public enum BestBy
{
    /// <summary>The highest validation accuracy.</summary>
    ValidationAccuracy,

    /// <summary>The lowest validation loss: the epoch that early stopping would choose.</summary>
    ValidationLoss,

    /// <summary>The highest macro-averaged F1 of the validation photos (Smart Derma 4.2.4).</summary>
    MacroF1,
}
