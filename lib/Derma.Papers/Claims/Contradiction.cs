using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>A place where a paper contradicts itself or is silent, and how the workbook decides.</summary>
public sealed record Contradiction
{
    /// <summary>Its number on the pages; 1 to 34 are contradictions, 35 and above silences.</summary>
    public required int Number { get; init; }

    /// <summary>A stable, readable name, such as <c>learning-rates</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Contradiction or silence.</summary>
    public required ContradictionKind Kind { get; init; }

    /// <summary>A heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the paper says, with the section.</summary>
    public required string Says { get; init; }

    /// <summary>Why that cannot all hold, or does not settle the matter.</summary>
    public required string Why { get; init; }

    /// <summary>What the workbook does.</summary>
    public required string Decision { get; init; }

    /// <summary>The options that decide; empty where there is nothing to choose.</summary>
    public required ImmutableArray<DecidingOption> Options { get; init; }

    /// <summary>The notebooks on whose pages it matters.</summary>
    public required ImmutableArray<string> Notebooks { get; init; }
}
