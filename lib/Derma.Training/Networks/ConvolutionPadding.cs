namespace Derma.Training;

/// <summary>What a convolution does at the border.</summary>
public enum ConvolutionPadding
{
    /// <summary>No padding, Keras' default: a 3x3 kernel takes one pixel off each side.</summary>
    Valid,

    /// <summary>Zeros around the map, so that it keeps its size.</summary>
    Same,
}
