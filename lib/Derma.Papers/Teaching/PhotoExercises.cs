using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 51 and 53 take for an answer.</summary>
static class PhotoExercises
{
    const double Hundredth = 0.01;

    /// <summary>Photos of one lesion, and how many lesions of HAM10000 have so many.</summary>
    static readonly (int Photos, int Lesions)[] ham10000 = [(1, 5_514), (2, 1_423), (3, 490), (4, 34), (5, 5), (6, 4)];

    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "51.1", _ => 0.96, Hundredth / 10, "a test photo is clean only where both of its sisters are in the test part, too",
            new Slip(0.8, "that is the chance for one sister; each photo has two"),
            new Slip(0.64, "that is the chance that both sisters are in training; one is enough to leak"),
            new Slip(0.04, "that is the share of clean ones")),
        ExerciseRule.Number(
            "51.2", _ => Leaking(0.2), Hundredth / 2,
            "for each size, weigh its photos by the chance that not all sisters are in the test part, and divide by all photos",
            new Slip(4_501 / 10_015.0, "that is the share of photos with a sister at all; now and then all are in the test part"),
            new Slip(1_956 / 7_470.0, "those are lesions; asked is the share of test photos")),
        ExerciseRule.Number(
            "51.3", _ => 0.12, Hundredth / 10, "the split reports the mean over both kinds; the honest figure is that of new lesions",
            new Slip(12, "give it as a share between 0 and 1, not in points"),
            new Slip(0.3, "that is how far the two kinds are apart; only two fifths of the photos are of the one kind"),
            new Slip(0.72, "that is what the split reports; asked is how far it is too high")),
        ExerciseRule.Number(
            "53.1", _ => Interval.Wilson(12, 12).Low, Hundredth / 2, "take the lower end of Wilson's interval for 12 of 12",
            new Slip(1, "that is the accuracy of these 12; the slice's may be lower"),
            new Slip(0.7353, "that is Clopper and Pearson's exact interval; asked is Wilson's")),
        ExerciseRule.Number(
            "53.2", _ => 1 - Math.Pow(0.95, 20), Hundredth / 2, "all 20 intervals hold with 0.95 to the power of 20",
            new Slip(1, "the chances of independent slices do not add up"),
            new Slip(0.05, "that is the chance for one slice"),
            new Slip(Math.Pow(0.95, 20), "that is the chance that none gives a false alarm")),
        ExerciseRule.Number(
            "53.3", Below, 0, "compare the upper end of each slice's interval with the accuracy of all test photos, in every attribute"),
    ];

    /// <summary>Share of HAM10000's test photos with a sister in training, where each photo is for testing with the same chance.</summary>
    static double Leaking(double testing) =>
        ham10000.Sum(size => size.Photos * size.Lesions * (1 - Math.Pow(testing, size.Photos - 1)))
        / ham10000.Sum(size => size.Photos * size.Lesions);

    static double Below(Lab lab)
    {
        var answers = lab.Train(PaperExperiments.MobileNetV3).Test;
        return Slice.Of(answers, PhotoAttribute.All(lab.Photos)).Count(slice => slice.Interval.High < answers.Metrics().Accuracy);
    }
}
