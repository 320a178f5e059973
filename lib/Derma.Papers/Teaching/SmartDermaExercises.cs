using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 29 to 43 take for an answer.</summary>
static class SmartDermaExercises
{
    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "41.3", _ => 368, 0, "all n lie below the true p99 with a chance of 0.99 to the power of n; that chance may be 2.5 % at most",
            new Slip(299, "that leaves 5 % below the upper end, and an interval of 95 % has 2.5 % on each side")),
    ];
}
