namespace Derma.Training;

/// <summary>What may differ between a weights file and a network; by default nothing.</summary>
sealed record WeightRules
{
    /// <summary>Whether tensors that the file lacks keep their values.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>Whether tensors that the network lacks are left out.</summary>
    public bool AllowUnexpected { get; init; }

    /// <summary>Whether batch norms may lack num_batches_tracked, which files older than that buffer do.</summary>
    public bool AllowMissingCounters { get; init; }

    /// <summary>Name of the network's head, or null where it has none that is known.</summary>
    public string? Head { get; init; }

    /// <summary>Whether the head keeps its values.</summary>
    public bool KeepHead { get; init; }

    public bool IsHead(string name) => Head is not null && (name == Head || name.StartsWith(Head + '.', StringComparison.Ordinal));

    public bool MayLack(string name) =>
        AllowMissing || (AllowMissingCounters && name.EndsWith(".num_batches_tracked", StringComparison.Ordinal));
}
