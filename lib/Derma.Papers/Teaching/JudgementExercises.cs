using System.Collections.Immutable;
using static Derma.Papers.TrainingRules;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 21 to 24, which judge trained attempts, take for an answer.</summary>
static class JudgementExercises
{
    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Word(
            "21.1", lab => lab.Trained().MaxBy(attempt => attempt.ValidationInterval.Low)?.Name ?? "none",
            "order by ValidationInterval.Low and give the first name, as it stands in the table"),
        ExerciseRule.Number(
            "21.2", lab => Gains(lab).MaxBy(step => step.Gain).Number, 0,
            "subtract each attempt's validation accuracy from the next one's, and give the number of the later attempt",
            new Slip(lab => Gains(lab).MaxBy(step => step.Gain).Number - 1, "the change belongs to the later of the two")),
        ExerciseRule.Number(
            "22.1", lab => Sure(lab.Found(10).Validation).Count(lab.Found(10).Validation.IsCorrect), 0,
            "count the answers whose confidence is above 0.9 and that are right",
            new Slip(lab => Sure(lab.Found(10).Validation).Count(), "so many are that sure; of these, count the right ones")),
        ExerciseRule.Word(
            "22.2", lab => SurestMistake(lab.Found(10).Validation),
            "group the wrong answers by the class that was said, not by the true one"),
        ExerciseRule.Number(
            "23.2", lab => Picked(ThirdSplit(lab)), 0.01,
            "take the last epoch's validation accuracy from the best one's"),
        ExerciseRule.Number(
            "23.3", lab => Lesions(lab).Sum(lesion => lesion.Count()), 0,
            "group the photos by Group and count those in groups of two or more",
            new Slip(lab => Lesions(lab).Count(), "so many lesions have several photos; the photos are asked for")),
        SeveralTrainings("24.1", Recipe.Modern, [.. WithoutOne()]),
        ExerciseRule.Number(
            "24.3", lab => (double)Work(lab, 96) / Work(lab, 64), 0.002, "count the multiply-adds of both sizes and divide",
            new Slip(2.25, "so do the convolutions; the dense layers cost the same at any size"),
            new Slip(1.5, "the pixels grow with the square of the side")),
    ];

    static IEnumerable<(int Number, double Gain)> Gains(Lab lab)
    {
        var all = lab.Trained();
        double Gain(Trained<Attempt> from, Trained<Attempt> to) =>
            to.Mean(m => m.ValidationAccuracy) - from.Mean(m => m.ValidationAccuracy);
        return all.Zip(all.Skip(1), (from, to) => (to.Experiment.Number, Gain(from, to))).DefaultIfEmpty();
    }

    static IEnumerable<int> Sure(Predictions answers) => Enumerable.Range(0, answers.Count).Where(i => answers.Confidence(i) > 0.9);

    static string SurestMistake(Predictions answers) =>
        ExamplePredictions.Pick(answers).SureAndWrong is { } photo ? answers.Classes[answers.Predicted(photo)] : "none";

    static double Picked(History history) => history.Best!.ValidationAccuracy - history.Last!.ValidationAccuracy;

    static History ThirdSplit(Lab lab) =>
        History.Load(lab.Run.Training(Attempts.Ninth with { Variant = "third-split" }, lab.Seeds[0]).History);

    static IEnumerable<IGrouping<string, Photo>> Lesions(Lab lab) =>
        lab.Photos.Photos.GroupBy(photo => photo.Group).Where(lesion => lesion.Count() > 1);

    static IEnumerable<Attempt> WithoutOne()
    {
        var (recipe, training) = (Recipe.Modern, Recipe.Modern.Training);
        yield return recipe with { Training = training with { Schedule = RateSchedule.Constant, LearningRate = 0.001 } };
        yield return recipe with { Training = training with { Optimizer = OptimizerKind.Adam, WeightDecay = 0, L2 = 0.001 } };
        yield return recipe with { Training = training with { LabelSmoothing = 0 } };
        yield return recipe with { ClassWeighting = 1 };
        yield return recipe with { Network = recipe.Network with { BatchNormMomentum = 0.01 } };
    }

    static long Work(Lab lab, int size)
    {
        using var network = new PaperCnn(Recipe.Modern.NetworkFor(lab.Photos.Classes.Count, size));
        return MultiplyAdds.Of(network, size);
    }
}
