using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Weights on their way out of the tensor library.</summary>
static class TensorNumbers
{
    /// <summary>The elements in row-major order, wherever and however the tensor lies.</summary>
    public static float[] Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }
}
