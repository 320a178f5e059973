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
