namespace Derma.Training;

/// <summary>Which kernels the L2 penalty takes; biases and batch norms never. The CNN report does not say (checklist 1.3).</summary>
public enum L2Scope
{
    /// <summary>Convolutions and hidden dense layers: where Keras code passes kernel_regularizer, which it seldom does for the output layer.</summary>
    HiddenKernels,

    /// <summary>The output layer too.</summary>
    AllKernels,

    /// <summary>Hidden dense layers alone.</summary>
    HiddenDense,
}
