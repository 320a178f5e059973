namespace Derma.Training;

/// <summary>What the sum of class-weighted losses is divided by.</summary>
public enum WeightedMean
{
    /// <summary>The number of photos, as Keras does.</summary>
    OverPhotos,

    /// <summary>The sum of the photos' weights, as PyTorch's <c>CrossEntropyLoss(weight=…)</c> does.</summary>
    OverWeights,
}
