namespace Derma.Training;

/// <summary>How gradients become steps.</summary>
public enum OptimizerKind
{
    /// <summary>Adam; weight decay joins the gradient, as in PyTorch's Adam (Smart Derma 4.2.1 and 4.2.2).</summary>
    Adam,

    /// <summary>Adam; weight decay shrinks the weights themselves.</summary>
    AdamW,
}
