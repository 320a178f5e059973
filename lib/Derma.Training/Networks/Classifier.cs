using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A network from photos N,3,H,W to logits N,classes, which knows how pixels become its input and how its logits become probabilities.</summary>
/// <param name="name">Name of the network.</param>
public abstract class Classifier(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Number of classes.</summary>
    public abstract int Classes { get; }

    /// <summary>What turns logits into probabilities.</summary>
    public abstract HeadActivation Head { get; }

    /// <summary>Name of the module that turns features into logits; its tensors' names begin with it. The rest is the backbone.</summary>
    public abstract string HeadName { get; }

    /// <summary>What pixels in [0, 1] become before they enter; training, evaluation and whoever exports the network read it here (Smart Derma 4.1).</summary>
    public Normalisation Normalisation { get; set; } = Normalisation.UnitRange;

    /// <summary>The architecture as text; a checkpoint goes on only with the same.</summary>
    public abstract string Description { get; }

    /// <summary>Where the weights are; photos are brought there. <see cref="DeviceChoice.Bring(Classifier)"/> moves the network.</summary>
    public Device Device => parameters().First().device;

    /// <summary>The weights of convolutions and dense layers, first to last; biases and batch norms have one dimension only.</summary>
    public IReadOnlyList<Parameter> Kernels() => [.. parameters().Where(p => p.dim() > 1)];
}
