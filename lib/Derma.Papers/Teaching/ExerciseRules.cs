using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>The exercises that check themselves.</summary>
public static class ExerciseRules
{
    /// <summary>All of them, in the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        .. CnnReportExercises.All, .. SmartDermaExercises.All, .. TrainingExercises.All,
        .. TransferExercises.All.Concat(PhotoExercises.All).Concat(SureExercises.All)
            .OrderBy(rule => rule.Exercise, StringComparer.Ordinal),
    ];
}
