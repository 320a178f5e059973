namespace Derma.Papers;

/// <summary>The conditions of a run, which decide what its numbers can say about the paper's.</summary>
public sealed record ClaimContext
{
    /// <summary>Id of the data set in use.</summary>
    public required string DataSetId { get; init; }

    /// <summary>Whether its photos are the built-in drawings.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Name of the scale.</summary>
    public required string Scale { get; init; }

    /// <summary>Whether sizes and epochs are those the paper prints.</summary>
    public required bool IsPaperScale { get; init; }

    /// <summary>The paper whose own data set it is; null where it is none's.</summary>
    public required string? OriginalOf { get; init; }
}
