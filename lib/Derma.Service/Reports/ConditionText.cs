namespace Derma.Service;

/// <summary>General information about a condition, from <c>data/conditions.json</c>. Not reviewed by a doctor.</summary>
public sealed record ConditionText
{
    /// <summary>Name for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Class names of data sets that mean this condition.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What the condition is, in two or three sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Treatments that are usual.</summary>
    public required IReadOnlyList<string> Treatments { get; init; }

    /// <summary>What to do next, and how soon.</summary>
    public required IReadOnlyList<string> NextSteps { get; init; }

    /// <summary>How to prevent it.</summary>
    public required IReadOnlyList<string> Prevention { get; init; }

    /// <summary>Daily life with it.</summary>
    public required IReadOnlyList<string> DailyLife { get; init; }

    /// <summary>Where general information of this kind can be read, by name.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
