using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What turns logits into class probabilities; the loss follows it.</summary>
public enum HeadActivation
{
    /// <summary>exp(x) / sum of exp(x) (attempt 1 as stated).</summary>
    Softmax,

    /// <summary>
    /// A sigmoid for each class (the final model as stated). Sigmoids do not add up to 1: Keras' sparse cross-entropy divides them by their
    /// sum inside the loss, so the probability is sigmoid / sum of sigmoids (contradiction 1 of the checklist).
    /// </summary>
    Sigmoid,
}

/// <summary>What the two kinds of output do with logits.</summary>
public static class HeadActivations
{
    internal const double SmallestSigmoid = 1e-7;

    /// <summary>Probabilities N,classes; each row adds up to 1 (for sigmoids: sigmoid / sum of sigmoids).</summary>
    /// <param name="head">The kind of output.</param>
    /// <param name="logits">N,classes.</param>
    public static Tensor Probabilities(this HeadActivation head, Tensor logits)
    {
        using var normalised = head.CrossEntropyLogits(logits);
        return nn.functional.softmax(normalised, 1);
    }

    /// <summary>
    /// The numbers that softmax cross-entropy takes: the logits themselves, or for sigmoids the logarithm of the sigmoids, clipped to
    /// [1e-7, 1 - 1e-7] as Keras does, so that the loss is -log(sigmoid of the truth / sum of sigmoids).
    /// </summary>
    /// <param name="head">The kind of output.</param>
    /// <param name="logits">N,classes.</param>
    public static Tensor CrossEntropyLogits(this HeadActivation head, Tensor logits)
    {
        if (head == HeadActivation.Softmax) return logits.alias();
        using var sigmoid = logits.sigmoid();
        using var clipped = sigmoid.clamp(min: SmallestSigmoid, max: 1 - SmallestSigmoid);
        return clipped.log();
    }
}

/// <summary>
/// A network from photos N,3,H,W to logits N,classes, which knows how pixels become its input and how its logits become probabilities.
/// </summary>
/// <param name="name">Name of the network.</param>
public abstract class Classifier(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Number of classes.</summary>
    public abstract int Classes { get; }

    /// <summary>What turns logits into probabilities.</summary>
    public abstract HeadActivation Head { get; }

    /// <summary>Name of the module that turns features into logits; its tensors' names begin with it. The rest is the backbone.</summary>
    public abstract string HeadName { get; }

    /// <summary>
    /// What pixels in [0, 1] become before they enter; training, evaluation and whoever exports the network read it here (Smart Derma 4.1).
    /// </summary>
    public Normalisation Normalisation { get; set; } = Normalisation.UnitRange;

    /// <summary>The architecture as text; a checkpoint goes on only with the same.</summary>
    public abstract string Description { get; }

    /// <summary>Where the weights are; photos are brought there. <see cref="DeviceChoice.Bring(Classifier)"/> moves the network.</summary>
    public Device Device => parameters().First().device;

    /// <summary>The weights of convolutions and dense layers, first to last; biases and batch norms have one dimension only.</summary>
    public IReadOnlyList<Parameter> Kernels() => [.. parameters().Where(p => p.dim() > 1)];
}

/// <summary>Chains layers without keeping what lies between them.</summary>
static class TensorSteps
{
    /// <summary>Gives a tensor to a layer and disposes it; autograd keeps it where its gradient needs it.</summary>
    public static Tensor Then(this Tensor input, Func<Tensor, Tensor> layer)
    {
        using (input) return layer(input);
    }

    /// <summary>max(0, x), written over its input.</summary>
    public static Tensor Relu(Tensor maps) => nn.functional.relu(maps, inplace: true);

    /// <summary>The mean of each map: N,C,H,W to N,C.</summary>
    public static Tensor GlobalAverage(Tensor maps) => maps.mean([2, 3]);
}
