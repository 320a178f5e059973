namespace Derma.Training;

/// <summary>Formats of weights files.</summary>
public enum WeightFormat
{
    /// <summary>safetensors.</summary>
    Safetensors,

    /// <summary>The zip file that <c>torch.save</c> writes since PyTorch 1.6.</summary>
    PyTorch,
}
