namespace Derma.Training;

/// <summary>Sizes of an inverted residual block.</summary>
/// <param name="Inputs">Channels of the maps that come in.</param>
/// <param name="Expanded">Channels between; equal to the inputs, nothing expands them.</param>
/// <param name="Outputs">Channels of the maps that go out.</param>
/// <param name="Kernel">Width of the depthwise kernel.</param>
/// <param name="Stride">Stride of the depthwise convolution.</param>
/// <param name="Squeezed">Inner channels of the squeeze-excitation, or null for none.</param>
readonly record struct BlockShape(int Inputs, int Expanded, int Outputs, int Kernel, int Stride, int? Squeezed)
{
    /// <summary>Whether input and output have one shape, so that they are added.</summary>
    public bool IsResidual => Stride == 1 && Inputs == Outputs;
}
