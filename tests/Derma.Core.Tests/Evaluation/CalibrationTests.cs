namespace Derma.Core.Tests;

public class CalibrationTests
{
    // Ten bins. 0.75, 0.75 in (.7, .8]: one of two right, gap .25. 0.5625 in (.5, .6]: right, gap .4375. 1 in (.9, 1]: right, gap 0.
    static readonly Predictions Four = Answers.Of(([.75f, .25f], 0), ([.25f, .75f], 0), ([.5625f, .4375f], 0), ([0, 1], 1));
    static readonly Calibration Measured = Calibration.Of(Four, bins: 10);

    [Fact]
    public void Photos_fall_into_the_bin_of_their_confidence()
    {
        Assert.Equal([(5, 1), (7, 2), (9, 1)], Measured.Bins.Select((bin, b) => (b, bin.Count)).Where(bin => bin.Count > 0));
        Assert.Equal((0.75, 0.5), (Measured.Bins[7].Confidence, Measured.Bins[7].Accuracy));
        Assert.Equal((0.7, 0.8), (Measured.Bins[7].Low, Measured.Bins[7].High));
        Assert.True(double.IsNaN(Measured.Bins[0].Accuracy));
    }

    [Fact]
    public void The_upper_end_belongs_to_a_bin_and_the_lower_end_to_the_one_before() =>
        Assert.Equal([0, 1, 0, 1], Calibration.Of(Answers.Of(([.5f, .5f], 0), ([1, 0], 0)), bins: 4).Bins.Select(bin => bin.Count));

    [Fact]
    public void The_expected_error_weighs_gaps_by_photos_and_the_maximum_does_not()
    {
        Assert.Equal((2 * 0.25 + 0.4375) / 4, Measured.ExpectedError, 12);
        Assert.Equal(0.4375, Measured.MaximumError, 12);
    }

    [Fact]
    public void Brier_score_and_likelihood_are_those_of_the_textbook()
    {
        Assert.Equal((2 * .25 * .25 + 2 * .75 * .75 + 2 * .4375 * .4375 + 0) / 4, Measured.Brier, 12);
        Assert.Equal(-(Math.Log(.75) + Math.Log(.25) + Math.Log(.5625)) / 4, Measured.NegativeLogLikelihood, 12);
    }

    [Fact]
    public void A_true_class_of_probability_zero_is_costly_but_finite() =>
        Assert.InRange(Calibration.Of(Answers.Of(([1, 0], 1))).NegativeLogLikelihood, 80, 100);

    [Fact]
    public void Answers_that_are_too_sure_get_the_temperature_that_makes_them_honest()
    {
        // Always sure at 0.9, right three times of four. Softmax(ln p / T) is 0.75 where ln 9 / T = ln 3, so T = 2.
        var validation = Answers.Of(([.9f, .1f], 0), ([.9f, .1f], 0), ([.1f, .9f], 1), ([.9f, .1f], 1));
        var temperature = TemperatureScaling.Fit(validation);
        Assert.Equal(2, temperature, 6);
        var honest = TemperatureScaling.Apply(validation, temperature);
        Assert.Equal(0.75, honest.Confidence(0), 6);
        Assert.Equal(0, Calibration.Of(honest).ExpectedError, 6);
    }

    [Fact]
    public void No_other_temperature_has_a_lower_likelihood_loss()
    {
        var validation = Answers.Random(7, photos: 200, classes: 5, skill: 2);
        double Loss(double temperature) => Calibration.Of(TemperatureScaling.Apply(validation, temperature)).NegativeLogLikelihood;
        var fitted = TemperatureScaling.Fit(validation);
        Assert.All(Enumerable.Range(-60, 121), step => Assert.True(Loss(fitted) <= Loss(fitted * Math.Pow(1.02, step)) + 1e-6));
    }

    [Fact]
    public void Scaling_changes_no_answer_and_leaves_rows_that_add_up_to_one()
    {
        var predictions = Answers.Random(8, photos: 50, classes: 4);
        var scaled = TemperatureScaling.Apply(predictions, 3);
        Assert.All(Enumerable.Range(0, 50), i =>
        {
            Assert.Equal(predictions.Predicted(i), scaled.Predicted(i));
            Assert.Equal(1, scaled.Row(i).ToArray().Sum(), 5);
        });
        Assert.Equal(predictions.Probabilities.Select(p => Math.Round(p, 5)), TemperatureScaling.Apply(predictions, 1).Probabilities.Select(p => Math.Round(p, 5)));
    }

    [Fact]
    public void A_model_that_is_never_wrong_gets_the_sharpest_and_one_that_is_worse_than_chance_the_softest_temperature()
    {
        Assert.Equal(TemperatureScaling.Least, TemperatureScaling.Fit(Answers.Of(([.6f, .4f], 0), ([.4f, .6f], 1))));
        Assert.Equal(TemperatureScaling.Greatest, TemperatureScaling.Fit(Answers.Of(([.6f, .4f], 1), ([.4f, .6f], 0))));
    }

    [Fact]
    public void Probabilities_of_zero_stay_next_to_nothing() =>
        Assert.All(TemperatureScaling.Apply(Answers.Of(([1, 0, 0], 0)), 2).Row(0).ToArray().Zip([1f, 0, 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-18));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_temperature_must_be_above_zero(double temperature) => Assert.Throws<UserError>(() => TemperatureScaling.Apply(Four, temperature));
}
