using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Chains layers without keeping what lies between them.</summary>
static class TensorSteps
{
    /// <summary>Gives a tensor to a layer and disposes it; autograd keeps it where its gradient needs it.</summary>
    public static Tensor Then(this Tensor input, Func<Tensor, Tensor> layer)
    {
        using (input) return layer(input);
    }

    /// <summary>The mean of each map: N,C,H,W to N,C.</summary>
    public static Tensor GlobalAverage(Tensor maps) => maps.mean([2, 3]);
}
