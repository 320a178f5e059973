namespace Derma.Training;

/// <summary>What may differ between a weights file and the network that takes it; by default nothing but old names and batch counters.</summary>
public sealed record PretrainedOptions
{
    /// <summary>
    /// Whether the head (all of the module that the network names its head) keeps its fresh weights, whatever the file has for it: for
    /// another number of classes, or other classes.
    /// </summary>
    public bool ReplaceHead { get; init; }

    /// <summary>Whether tensors that the file lacks keep their fresh weights.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>Whether tensors that the network lacks are left out.</summary>
    public bool AllowUnexpected { get; init; }
}
