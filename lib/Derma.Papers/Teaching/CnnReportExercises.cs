using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 00 to 24 take for an answer.</summary>
static class CnnReportExercises
{
    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "01.2", _ => 4_568, 0.01, "each half-width is 1.96 times the root of p(1 - p)/n, and the variances of both accuracies add up",
            new Slip(2_305, "that many are enough where the 62 % is known; here both are measured, and their variances add up")),
        ExerciseRule.Number(
            "11.3", lab => Math.Log(lab.Photos.Classes.Count), 0.005, "before any step each of the K classes has the probability 1/K",
            new Slip(lab => Math.Log2(lab.Photos.Classes.Count), "cross-entropy is in natural logarithms here, not in bits")),
    ];
}
