namespace Derma.Papers.Tests;

public class AttemptsTests
{
    [Fact]
    public void Attempt_9_has_the_parameters_that_the_report_prints()
    {
        using var model = new PaperCnn(Attempts.Ninth.NetworkFor(classes: 22, imageSize: 256));
        var summary = ModelSummary.Of(model);
        Assert.Equal((1_976_438, 1_974_422, 2_016), (summary.Total, summary.Trainable, summary.NonTrainable));
    }

    [Fact]
    public void Attempt_3_adds_augmentation_and_nothing_else()
    {
        Assert.Equal(["Augmentation", "Epochs"], Attempts.Third.ChangesFrom(Attempts.Second).Select(change => change.Option).Order());
        Assert.Equal(Attempts.Second with { Number = 3, Training = Attempts.Third.Training }, Attempts.Third);
    }

    [Fact]
    public void Changes_are_named_with_both_values() => Assert.Equal(
        [("LearningRate", "0.0001", "0.01"), ("Dropout", "0.5", "0"), ("L2", "0.001", "0.01"), ("StoppedAfter", "–", "25")],
        Attempts.Eighth.ChangesFrom(Attempts.Seventh).OrderBy(change => Array.IndexOf(["LearningRate", "Dropout", "L2", "StoppedAfter"], change.Option)));

    [Fact]
    public void Every_attempt_builds_at_every_scale()
    {
        foreach (var attempt in Attempts.All)
            foreach (var size in Scales.All.Select(scale => scale.ImageSize).Distinct())
                attempt.NetworkFor(classes: 22, imageSize: size).Validate();
    }

    [Fact]
    public void At_64_pixels_five_valid_convolutions_are_padded_and_three_are_not()
    {
        Assert.True(Attempts.Fourth.NetworkFor(22, 64).IsPaddedBelowMinimum);
        Assert.False(Attempts.First.NetworkFor(22, 64).IsPaddedBelowMinimum);
    }

    [Fact]
    public void Class_weighting_of_one_is_balanced_and_of_a_half_its_square_root()
    {
        int[] counts = [10, 30];
        Assert.Equal([2f, 2f / 3], (Attempts.Seventh.TrainingOn(counts, null).ClassWeights ?? []).Select(weight => MathF.Round(weight, 6)), Close);
        Assert.Equal(Math.Sqrt(2), Recipe.Modern.TrainingOn(counts, null).ClassWeights![0], precision: 6);
    }

    static bool Close(float a, float b) => MathF.Abs(a - b) < 1e-5f;
}
