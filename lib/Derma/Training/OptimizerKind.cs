namespace Derma.Training;

/// <summary>How gradients become steps.</summary>
public enum OptimizerKind
{
    /// <summary>Adam with Keras' epsilon.</summary>
    Adam,

    /// <summary>Adam with weight decay apart from the gradient.</summary>
    AdamW,
}
