using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Leaves a branch out for some photos of a batch (Huang and others 2016), torchvision's mode "row".</summary>
static class StochasticDepth
{
    /// <summary>Each photo's branch is either 0 or divided by the chance to stay, so that the expectation is kept.</summary>
    /// <param name="branch">N,C,H,W.</param>
    /// <param name="drop">Chance to leave it out, below 1. The default generator decides.</param>
    public static Tensor Apply(Tensor branch, double drop)
    {
        using var kept = empty([branch.shape[0], 1, 1, 1], dtype: branch.dtype, device: branch.device);
        kept.bernoulli_(1 - drop).div_(1 - drop);
        return branch.mul(kept);
    }
}
