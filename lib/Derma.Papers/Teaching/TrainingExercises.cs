using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 31, 37, 38 and 39 take for an answer.</summary>
static class TrainingExercises
{
    /// <summary>Parameters of MobileNetV3 with 13 classes, Large and Small.</summary>
    const double Large = 4_218_685, Small = 1_531_181;

    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "31.2", _ => 1 - Small / Large, 0.005, "count `parameters()` of both networks with 13 classes, and give the difference as a share of the larger",
            new Slip(Small / Large, "that is the share that is left; asked is the share that falls away"),
            new Slip(100 * (1 - Small / Large), "give a share from 0 to 1, not per cent")),
        ExerciseRule.Number(
            "31.4", _ => 8, 0, "count the epochs since the lowest loss; four of them are put up with, and the next one lowers the rate",
            new Slip(7, "that is the fourth epoch without a fall, and four are put up with"),
            new Slip(9, "the rate of epoch 9 is lower already: the rule acted before it began")),
        ExerciseRule.Number(
            "37.1", _ => 3, 0.001, "a grid tries every combination, so the numbers of values multiply; 24 hours are 1,440 minutes",
            new Slip(13 * 40 / 1_440.0, "the values were added up; a grid tries every combination of them"),
            new Slip(72, "those are hours; asked are days")),
        ExerciseRule.Number(
            "37.3", _ => Math.Pow(2.0 / 3, 16), 0.01, "one draw misses a third of the range with a chance of two thirds, and the draws are independent",
            new Slip(1 - Math.Pow(2.0 / 3, 16), "that is the chance that at least one draw hits"),
            new Slip(Math.Pow(1.0 / 3, 16), "that is the chance that all of them hit")),
        ExerciseRule.Number(
            "38.1", _ => 20, 0.001, "with a batch prepared ahead the slower of the two decides, the other waits",
            new Slip(12.5, "that is without prefetching, where the two times add up"),
            new Slip(1_000 / 30.0, "the card could take so many, but who prepares them is slower")),
        ExerciseRule.Number(
            "38.2", _ => 3 * 4 * Small, 0.005, "Adam keeps two moments for each weight, so there are three numbers of four bytes for each",
            new Slip(4 * Small, "those are the weights alone; Adam's moments are saved too"),
            new Slip(2 * 4 * Small, "Adam keeps two moments for each weight, beside the weight itself")),
        ExerciseRule.Number(
            "38.3", _ => 4, 0, "the epoch shows as many photos of each class as the largest class has",
            new Slip(12, "that is how often the whole epoch is longer than the class; each class gets a third of it")),
        ExerciseRule.Number(
            "39.1", _ => 0.75, 0.001, "both are raised to the power of one half and divided by their sum",
            new Slip(Math.Sqrt(0.9), "the roots do not add up to 1 yet: divide by their sum"),
            new Slip(0.81 / 0.82, "that is temperature one half, which sharpens; at 2 the power is one half")),
        ExerciseRule.Number(
            "39.2", _ => 20, 0.001, "every photo goes through the small network, and one of five through the vote as well",
            new Slip(18, "photos that are passed on have been through the small network first"),
            new Slip(60, "that is a photo that is passed on; asked is the mean over all")),
    ];
}
