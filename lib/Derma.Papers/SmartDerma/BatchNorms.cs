using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>Options that all batch norms of a network share.</summary>
static class BatchNorms
{
    public static void SetMomentum(Classifier model, double momentum)
    {
        foreach (var norm in model.modules().OfType<BatchNorm2d>()) norm.momentum = momentum;
    }
}
