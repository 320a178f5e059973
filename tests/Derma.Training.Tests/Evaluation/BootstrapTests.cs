namespace Derma.Training.Tests;

public class BootstrapTests
{
    // Three standard errors of a share of .025 of 10,000 resamples.
    const double Sampling = 0.005;

    // 200 photos: 150 both right, 9 only the first, 21 only the second, 20 neither.
    static readonly Predictions First = Answers.Sure(2, (0, 0, 150), (0, 0, 9), (1, 0, 21), (1, 0, 20));
    static readonly Predictions Second = Answers.Sure(2, (0, 0, 150), (1, 0, 9), (0, 0, 21), (1, 0, 20));

    [Fact]
    public void The_accuracy_difference_has_the_interval_of_its_exact_distribution()
    {
        var estimate = Bootstrap.Difference(First, Second);
        Assert.Equal(12.0 / 200, estimate.Value, 12);
        // A resampled difference is the sum of 200 steps: -1 with 9 / 200, +1 with 21 / 200, else 0.
        var exact = SumOf(200, [9.0 / 200, 170.0 / 200, 21.0 / 200]);
        AssertTails(exact, 200 * estimate.Interval.Low + 200, 200 * estimate.Interval.High + 200);
    }

    [Fact]
    public void The_balanced_accuracy_keeps_its_classes_and_has_the_interval_of_its_exact_distribution()
    {
        // 12 of 20 and 3 of 5 right: the mean recall of a resample is (X / 20 + Y / 5) / 2 = (X + 4 Y) / 40 with binomial X and Y.
        var predictions = Answers.Sure(2, (0, 0, 12), (1, 0, 8), (1, 1, 3), (0, 1, 2));
        var estimate = Bootstrap.Of(predictions, BootstrapFigure.BalancedAccuracy);
        Assert.Equal(0.6, estimate.Value, 12);
        var (x, y) = (SumOf(20, [.4, .6]), SumOf(5, [.4, .6]));
        var exact = new double[41];
        for (var i = 0; i <= 20; i++) for (var j = 0; j <= 5; j++) exact[i + 4 * j] += x[i] * y[j];
        AssertTails(exact, 40 * estimate.Interval.Low, 40 * estimate.Interval.High);
    }

    [Fact]
    public void A_plain_resample_can_lose_a_rare_class_and_a_stratified_one_cannot()
    {
        // Class 1 has one photo, which is wrong. A plain resample misses it with (19/20)^20 = .358, and then has only class 0, all right.
        var predictions = Answers.Sure(2, (0, 0, 19), (0, 1, 1));
        var plain = Bootstrap.Of(predictions, BootstrapFigure.BalancedAccuracy, new BootstrapOptions { Stratified = false });
        Assert.Equal(Math.Pow(0.95, 20), plain.Resampled.Count(value => value == 1) / 10_000.0, 0.015);
        var stratified = Bootstrap.Of(predictions, BootstrapFigure.BalancedAccuracy);
        Assert.Equal(new Interval(0.5, 0.5), stratified.Interval);
    }

    [Theory]
    [InlineData(BootstrapFigure.Accuracy)]
    [InlineData(BootstrapFigure.BalancedAccuracy)]
    [InlineData(BootstrapFigure.MacroF1)]
    public void A_classifier_differs_from_itself_by_nothing(BootstrapFigure figure)
    {
        var predictions = Answers.Random(1, photos: 60, classes: 4);
        var estimate = Bootstrap.Difference(predictions, predictions, figure, new BootstrapOptions { Resamples = 200 });
        Assert.Equal(new Interval(0, 0), estimate.Interval);
        Assert.Equal(0, estimate.Value);
    }

    [Fact]
    public void Each_figure_is_that_of_the_whole_set()
    {
        // By hand: recalls 3/4 and 1/2; precisions 3/4 and 1/2; F1 3/4 and 1/2; 4 of 6 right.
        var predictions = Answers.Sure(3, (0, 0, 3), (1, 0, 1), (1, 1, 1), (0, 1, 1));
        double Value(BootstrapFigure figure) => Bootstrap.Of(predictions, figure, new BootstrapOptions { Resamples = 1 }).Value;
        Assert.Equal(4.0 / 6, Value(BootstrapFigure.Accuracy), 12);
        Assert.Equal(0.625, Value(BootstrapFigure.BalancedAccuracy), 12);
        Assert.Equal(0.625, Value(BootstrapFigure.MacroF1), 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_one_another_sample()
    {
        IReadOnlyList<double> With(long seed) => Bootstrap.Difference(First, Second, options: new BootstrapOptions { Seed = seed, Resamples = 500 }).Resampled;
        Assert.Equal(With(3), With(3));
        Assert.NotEqual(With(3), With(4));
    }

    [Fact]
    public void A_comparison_holds_the_test_the_intervals_and_the_flips()
    {
        var comparison = PairedComparison.Of(First, Second, new BootstrapOptions { Resamples = 100 });
        Assert.Equal(new McNemar(9, 21), comparison.Test);
        Assert.Equal(0.06, comparison.Accuracy.Value, 12);
        Assert.Equal((9, 21, 0), (comparison.Count(FlipKind.RightToWrong), comparison.Count(FlipKind.WrongToRight), comparison.Count(FlipKind.WrongToOtherWrong)));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Contains("Resamples", Assert.Throws<UserError>(() => Bootstrap.Difference(First, Second, options: new BootstrapOptions { Resamples = 0 })).Message);
        Assert.Contains("Confidence", Assert.Throws<UserError>(() => Bootstrap.Difference(First, Second, options: new BootstrapOptions { Confidence = 95 })).Message);
    }

    // The distribution of the sum of independent draws from step, by repeated convolution.
    static double[] SumOf(int draws, double[] step)
    {
        double[] sum = [1];
        for (var draw = 0; draw < draws; draw++)
        {
            var next = new double[sum.Length + step.Length - 1];
            for (var i = 0; i < sum.Length; i++) for (var j = 0; j < step.Length; j++) next[i + j] += sum[i] * step[j];
            sum = next;
        }

        return sum;
    }

    static void AssertTails(double[] exact, double low, double high)
    {
        double Below(double place) => exact.Take((int)Math.Round(place)).Sum();
        Assert.InRange(0.025, Below(low) - Sampling, Below(low + 1) + Sampling);
        Assert.InRange(0.975, Below(high) - Sampling, Below(high + 1) + Sampling);
    }
}
