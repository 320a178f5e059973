namespace Derma.Training;

/// <summary>Order of the parts of a convolution block.</summary>
public enum BlockOrder
{
    /// <summary>Convolution, ReLU, batch norm, max-pool (attempts 1 to 5: activation inside the Conv2D layer).</summary>
    ConvReluNormPool,

    /// <summary>Convolution, batch norm, ReLU, max-pool (attempt 6 on).</summary>
    ConvNormReluPool,
}
