namespace Derma.Training;

/// <summary>What was told of one epoch beside its curves; lists that were not asked for are empty, matrices null.</summary>
/// <param name="Epoch">1 for the first.</param>
public sealed record EpochDiagnostics(int Epoch)
{
    /// <summary>The weights after the epoch.</summary>
    public IReadOnlyList<TensorDistribution> Weights { get; init; } = [];

    /// <summary>The gradients of the epoch's last step.</summary>
    public IReadOnlyList<TensorDistribution> Gradients { get; init; } = [];

    /// <summary>Activations on the fixed batch after the epoch.</summary>
    public IReadOnlyList<ActivationStatistics> Activations { get; init; } = [];

    /// <summary>Training photos of the epoch, row by row: true class, then predicted class.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? TrainConfusion { get; init; }

    /// <summary>Validation photos after the epoch, in the same way; null where the epoch was not validated.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? ValidationConfusion { get; init; }

    public bool IsEmpty => Weights.Count + Gradients.Count + Activations.Count == 0 && (TrainConfusion, ValidationConfusion) is (null, null);
}
