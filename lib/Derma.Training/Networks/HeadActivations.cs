using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What the two kinds of output do with logits.</summary>
public static class HeadActivations
{
    const double SmallestSigmoid = 1e-7;

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
