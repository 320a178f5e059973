using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 29 to 43 take for an answer.</summary>
static class SmartDermaExercises
{
    const double Hundredth = 0.01, HalfOfTheLastDigit = 0.005;

    static readonly int[] widthsOfB2 = [16, 24, 48, 88, 120, 208, 352];

    static ImmutableArray<ExerciseRule> OfNetworks { get; } =
    [
        ExerciseRule.Number(
            "29.1", _ => 1024, 0, "begin with 64, add 32 for every layer of a block, and halve behind the first three blocks",
            new Slip(1920, "a transition halves the channels behind each of the first three blocks"),
            new Slip(512, "no transition follows the last block")),
        ExerciseRule.Number(
            "29.2", _ => 0.0692, 2 * Hundredth, "look for the greatest distance between both functions, not for the one at a single place",
            new Slip(0.0474, "that is how far they are apart at 3, where the hard sigmoid has reached 1; it is more further in")),
        ExerciseRule.Object<int[]>("29.3", (widths, _) =>
            widths.Length != widthsOfB2.Length ? "the network has seven stages, so seven widths are asked for"
            : widths.Any(width => width % 8 != 0) ? "every width is a multiple of 8"
            : widths.SequenceEqual(widthsOfB2) ? null
            : "take B0's width times 1.1, round to the nearest multiple of 8, and go one up where that lost more than a tenth"),
        ExerciseRule.Number(
            "32.1", _ => 992, 0, "follow the channels into the last block, then add 32 for each of its layers before the last",
            new Slip(1024, "that is what the layer hands on: what it reads and its own 32"),
            new Slip(512, "with so many the block begins; 15 layers have added theirs by then")),
        ExerciseRule.Word("32.2", _ => "features.denseblock1", "sort the rows of MultiplyAdds.PerModule by their count, with depth 2"),
        ExerciseRule.Object<string[]>("32.3", (names, _) => names.Order().SequenceEqual(["classifier.bias", "classifier.weight"]) ? null
            : "only what depends on the number of classes cannot be loaded; give the full names of these tensors"),
        ExerciseRule.Number(
            "33.1", _ => 216_717, 0, "the convolutions keep their 3,712 parameters, and each class needs one for every input and a bias",
            new Slip(52_867, "that is the network as it is drawn, with three classes"),
            new Slip(216_704, "each class has a bias, too")),
        ExerciseRule.Number(
            "33.2", _ => 0.2 * 25 / 26, Hundredth / 2, "the last block of 26 has the number 25",
            new Slip(0.2, "the blocks are counted from 0, so the last of 26 has the number 25")),
        ExerciseRule.Word("33.3", _ => "no", "compare the three networks seed by seed in the run that is kept, and answer yes or no"),
    ];

    static ImmutableArray<ExerciseRule> OfData { get; } =
    [
        ExerciseRule.Number(
            "30.1", _ => 7_622, Hundredth / 10, "both half-widths together may be 1.3 points; solve for n",
            new Slip(3_815, "so many are enough for a test of the difference; intervals that do not touch ask for more")),
        ExerciseRule.Number(
            "30.2", lab => lab.Photos.Photos.CountBy(photo => photo.Group).Where(lesion => lesion.Value > 1).Sum(lesion => lesion.Value), 0,
            "group all photos by their Group, and count those in groups of more than one"),
        ExerciseRule.Object<string[]>("30.3", (classes, lab) =>
            ToldApartByColour(lab).ToHashSet().SetEquals(classes) ? null
            : "take the classes whose whole Wilson interval of the recall lies above one in the number of classes"),
    ];

    static ImmutableArray<ExerciseRule> OfVotes { get; } =
    [
        ExerciseRule.Number(
            "34.1", lab => WithoutMajority(TestAnswers(lab)), 0,
            "count the test photos to which the three networks give three different answers"),
        ExerciseRule.Number(
            "34.3", _ => 0.9537, Hundredth / 10, "either all three are right or exactly two, in one of three ways",
            new Slip(0.6585, "two of three are a majority, too"),
            new Slip(0.9978, "so often is at least one right; a majority needs two")),
        ExerciseRule.Number(
            "35.1", Flattered, Hundredth,
            "both accuracies are those on the test part: of the weights found there, minus of the weights found on the validation part",
            new Slip(lab => 100 * Flattered(lab), "give it as a share between 0 and 1, not in points")),
        ExerciseRule.Number(
            "35.2", lab => lab.SearchWeights()[0].TiedForBest, 0, "count the points of the grid whose accuracy is the grid's highest",
            new Slip(231, "so many mixtures there are in all")),
        ExerciseRule.Number(
            "35.3", _ => 1 / 9.0, Hundredth / 2,
            "let the network that gains weight be wholly for B and the other two for A until both are level",
            new Slip(1 / 15.0, "by so much of the networks' gap a probability moves; the margin of two classes is asked for")),
        ExerciseRule.Object<ConfusionMatrix>("36.1", ImpossibleRow),
        ExerciseRule.Number(
            "36.2", _ => 10, 0, "work out z for all ten pairs of the five, with the square root of the sum of both variances",
            new Slip(9, "so many have intervals that do not overlap; a test of the difference asks for less"),
            new Slip(4, "those are the neighbours; all pairs are asked for")),
        ExerciseRule.Number("36.3", _ => 0, 0, "compare the order of the three networks in each seed's rows of the run that is kept"),
    ];

    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        .. OfNetworks.Concat(OfData).Concat(OfVotes).Concat(DeploymentExercises.All).OrderBy(rule => rule.Exercise, StringComparer.Ordinal),
    ];

    /// <summary>The photos to which every classifier gives an answer of its own.</summary>
    /// <param name="classifiers">At least three, of the same photos.</param>
    internal static int WithoutMajority(IReadOnlyCollection<Predictions> classifiers) => Enumerable.Range(0, classifiers.First().Count)
        .Count(photo => classifiers.Select(answers => answers.Predicted(photo)).Distinct().Count() == classifiers.Count);

    static IReadOnlyCollection<Predictions> TestAnswers(Lab lab) => [.. lab.Members().Predictions(0, seed => seed.Test).Values];

    static double Flattered(Lab lab)
    {
        var cheated = WeightSearch.Run(lab.Members().Predictions(0, seed => seed.Test));
        return cheated.Found.Accuracy - lab.FoundVote(lab.SearchWeights()).Test.Metrics().Accuracy;
    }

    static IEnumerable<string> ToldApartByColour(Lab lab)
    {
        var ridge = RidgeBaseline.Fit(lab.Pixels(Subset.Train), lab.Pixels(Subset.Validation), lab.Photos.Classes);
        var rows = ridge.Predict(lab.Pixels(Subset.Test)).Metrics().PerClass;
        return rows.Where(row => Interval.Wilson(row.Correct, row.Support).Low > 1.0 / rows.Count).Select(row => row.Class);
    }

    static string? ImpossibleRow(ConfusionMatrix confusion, Lab lab)
    {
        if (confusion.Classes.Count != 2 || confusion.Total == 0) return "a matrix of two classes with some photos is asked for";
        var metrics = new ClassificationMetrics(confusion);
        (string Name, double Value, double Printed)[] row =
        [
            ("macro precision", metrics.Macro.Precision, 0.85), ("macro recall", metrics.Macro.Recall, 0.84),
            ("weighted F1", metrics.Weighted.F1, 0.86),
        ];
        return row.Where(figure => Math.Abs(figure.Value - figure.Printed) > HalfOfTheLastDigit)
            .Select(figure => $"its {figure.Name} is {Numbers.Digits(figure.Value, 4)}; that is not {Numbers.Digits(figure.Printed)}")
            .FirstOrDefault();
    }
}
