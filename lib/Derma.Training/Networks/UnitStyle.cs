using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What all units of a network have in common.</summary>
sealed record UnitStyle
{
    /// <summary>Batch norm's epsilon.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Batch norm's momentum as PyTorch counts it.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Makes the layer after each batch norm.</summary>
    public required Func<nn.Module<Tensor, Tensor>> Activation { get; init; }

    /// <summary>What follows the first of a squeeze-excitation's two convolutions.</summary>
    public required Func<Tensor, Tensor> SqueezeActivation { get; init; }

    /// <summary>What follows the second, and makes a factor of it.</summary>
    public required Func<Tensor, Tensor> Gate { get; init; }
}
