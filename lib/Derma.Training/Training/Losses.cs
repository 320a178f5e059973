using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>The losses that Keras and PyTorch compute for these networks.</summary>
public static class Losses
{
    /// <summary>
    /// Mean over the batch of each photo's cross-entropy times its class's weight. Keras divides by the number of photos, PyTorch by the
    /// sum of their weights; PyTorch also weights the classes over which label smoothing spreads the target.
    /// </summary>
    /// <param name="head">Softmax or normalised sigmoids.</param>
    /// <param name="logits">N,classes.</param>
    /// <param name="labels">N, int64.</param>
    /// <param name="classWeights">One weight a class, or null.</param>
    /// <param name="labelSmoothing">Share of the target spread over all classes.</param>
    /// <param name="mean">What the weighted losses are divided by.</param>
    /// <returns>A scalar that gradients flow through.</returns>
    public static Tensor CrossEntropy(
        HeadActivation head, Tensor logits, Tensor labels, Tensor? classWeights = null, double labelSmoothing = 0,
        WeightedMean mean = WeightedMean.OverPhotos)
    {
        using var normalised = head.CrossEntropyLogits(logits);
        if (classWeights is not null && mean == WeightedMean.OverWeights)
            return nn.functional.cross_entropy(normalised, labels, weight: classWeights, label_smoothing: labelSmoothing);
        using var losses = nn.functional.cross_entropy(
            normalised, labels, reduction: nn.Reduction.None, label_smoothing: labelSmoothing);
        if (classWeights is null) return losses.mean();
        using var weights = classWeights.index_select(0, labels);
        using var weighted = losses * weights;
        return weighted.mean();
    }

    /// <summary>λ·Σw² over the kernels in scope, as Keras' <c>regularizers.l2</c>.</summary>
    /// <returns>A scalar that gradients (2λw) flow through.</returns>
    public static Tensor L2Penalty(Classifier model, double lambda, L2Scope scope)
    {
        using var step = NewDisposeScope();
        // A norm and its gradient read the kernels once each; the sum of squares and its gradient take twice the memory traffic.
        var squares = Kernels(model, scope).Select(kernel => kernel.norm().square());
        return (stack(squares).sum() * lambda).MoveToOuterDisposeScope();
    }

    static IEnumerable<Parameter> Kernels(Classifier model, L2Scope scope) => scope switch
    {
        L2Scope.AllKernels => model.Kernels(),
        L2Scope.HiddenKernels => model.Kernels().SkipLast(1),
        L2Scope.HiddenDense => model.Kernels().SkipLast(1).Where(kernel => kernel.dim() == 2),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}

/// <summary>Which kernels the L2 penalty takes; biases and batch norms never. The CNN report does not say (checklist 1.3).</summary>
public enum L2Scope
{
    /// <summary>
    /// Convolutions and hidden dense layers: where Keras code passes kernel_regularizer, which it seldom does for the output layer.
    /// </summary>
    HiddenKernels,

    /// <summary>The output layer too.</summary>
    AllKernels,

    /// <summary>Hidden dense layers alone.</summary>
    HiddenDense,
}

/// <summary>What the sum of class-weighted losses is divided by.</summary>
public enum WeightedMean
{
    /// <summary>The number of photos, as Keras does.</summary>
    OverPhotos,

    /// <summary>The sum of the photos' weights, as PyTorch's <c>CrossEntropyLoss(weight=…)</c> does.</summary>
    OverWeights,
}
