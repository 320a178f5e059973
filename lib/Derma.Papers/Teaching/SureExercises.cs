using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 52 and 54 take for an answer.</summary>
static class SureExercises
{
    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "52.1", _ => 96, 0, "the rank is (n + 1) times 0.9, rounded up",
            new Slip(95, "(n + 1) times 0.9 is 95.4, and a rank is rounded up; n in place of n + 1 gives 95, too"),
            new Slip(95.4, "a rank is a whole number: round it up")),
        ExerciseRule.Number(
            "52.2", _ => 19, 0, "look for the least n whose rank is not above n",
            new Slip(20, "with 19 photos the rank is 19, and there is a 19th score"),
            new Slip(9, "so many do for 90 %; it is asked for 95 %")),
        ExerciseRule.Number(
            "54.1", _ => 0.8, 0.001, "add up the squared differences of the ranks, and put them into the formula",
            new Slip(0.2, "that is what is taken from 1"),
            new Slip(0.6, "each of the two cells is off by 1, so the squares add up to 2")),
        ExerciseRule.Number(
            "54.2", _ => 41, 0, "find the two numbers of moles that give the printed shares of 107, and take one from the other",
            new Slip(43, "that is 40 % of 107; the printed shares give the number itself"),
            new Slip(0.383, "that is the share; the number of moles is asked for")),
    ];
}
