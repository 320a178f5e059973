namespace Derma.Papers;

/// <summary>The 95 % intervals of figures averaged over classes; null where nobody computed one.</summary>
public sealed record MacroIntervals
{
    /// <summary>Of the mean precision.</summary>
    public Interval? Precision { get; init; }

    /// <summary>Of the mean recall, which is the balanced accuracy where every class has photos.</summary>
    public Interval? Recall { get; init; }

    /// <summary>Of the mean F1.</summary>
    public Interval? F1 { get; init; }
}
