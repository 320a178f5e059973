namespace Derma.Core.Tests;

public class RiskCoverageTests
{
    // By falling confidence: 0.9 right, 0.8 wrong, 0.7 right, 0.6 wrong.
    static readonly RiskCoverage Curve = RiskCoverage.Of(
        Answers.Of(([.7f, .3f], 0), ([.9f, .1f], 0), ([.6f, .4f], 1), ([.2f, .8f], 0)));

    [Fact]
    public void The_risk_is_the_share_of_wrong_answers_among_the_surest()
    {
        Assert.Equal([0, 1 / 2.0, 1 / 3.0, 2 / 4.0], Curve.Risks);
        Assert.Equal((0.5, 1 / 3.0, 0), (Curve.At(1), Curve.At(0.75), Curve.At(0.01)));
    }

    [Fact]
    public void The_area_is_the_mean_of_the_risks_and_none_is_below_that_of_the_best_order()
    {
        Assert.Equal((0 + 1 / 2.0 + 1 / 3.0 + 1 / 2.0) / 4, Curve.Area, 12);
        Assert.Equal((0 + 0 + 1 / 3.0 + 2 / 4.0) / 4, Curve.LeastArea, 12); // both errors last
        Assert.Equal(2, Curve.Errors);
    }

    [Fact]
    public void Without_errors_both_areas_are_0()
    {
        var curve = RiskCoverage.Of(Answers.Sure(2, (0, 0, 3)));
        Assert.Equal((0, 0), (curve.Area, curve.LeastArea));
    }

    [Fact]
    public void A_share_out_of_range_is_refused()
    {
        Assert.Contains("up to 1", Assert.Throws<UserError>(() => Curve.At(0)).Message);
        Assert.Contains("up to 1", Assert.Throws<UserError>(() => Curve.At(1.1)).Message);
        Assert.Contains("no predictions", Assert.Throws<UserError>(() => RiskCoverage.Of(new Predictions([], [], [], ["a"]))).Message);
    }
}
