namespace Derma.Papers.Tests;

public class CurveClaimsTests
{
    static History Of(params (double TrainAccuracy, double ValidationAccuracy, double TrainLoss, double ValidationLoss)[] epochs) =>
        new([.. epochs.Select((e, i) => new EpochMetrics(i + 1, e.TrainLoss, e.TrainAccuracy, e.ValidationLoss, e.ValidationAccuracy, 0.001, 1))]);

    static Dictionary<string, ClaimCheck> ById(IEnumerable<ClaimCheck> checks) => checks.ToDictionary(check => check.Claim.Id);

    [Fact]
    public void An_attempt_is_judged_by_its_last_epoch()
    {
        var history = Of((0.5, 0.2, 2, 3), (0.99, 0.31, 1, 4));
        var checks = ById(CurveClaims.CheckAttempt(Runs.Book(Runs.Original, "11-attempt-01"), 1, history, new Interval(0.29, 0.33)));
        Assert.Equal(Verdict.Reproduced, checks["cnn.attempt-01.train-accuracy"].Verdict);
        Assert.Equal(0.31, checks["cnn.attempt-01.validation-accuracy"].Measured!.Number);
        Assert.Contains("29 % to 33 %", checks["cnn.attempt-01.validation-accuracy"].Note);
        Assert.Equal("yes", checks["cnn.attempt-01.overfits"].Measured!.Text);
    }

    [Fact]
    public void A_small_gap_is_no_overfitting()
    {
        var checks = ById(CurveClaims.CheckAttempt(Runs.Book(Runs.Original, "13-attempt-03"), 3, Of((0.38, 0.33, 2, 2))));
        Assert.Equal(Verdict.Reproduced, checks["cnn.attempt-03.overfits"].Verdict);
    }

    [Fact]
    public void An_attempt_that_is_compared_with_the_one_before_needs_it()
    {
        var book = Runs.Book(Runs.Original, "18-attempt-08");
        var (worse, before) = (Of((0.3, 0.25, 2, 2)), Of((0.6, 0.47, 2, 2)));
        Assert.DoesNotContain("cnn.attempt-08.accuracy-change", ById(CurveClaims.CheckAttempt(book, 8, worse)).Keys);
        var change = ById(CurveClaims.CheckAttempt(book, 8, worse, before: before))["cnn.attempt-08.accuracy-change"];
        Assert.Equal(-0.22, change.Measured!.Number!.Value, 9);
        Assert.Equal(Verdict.Reproduced, change.Verdict);
    }

    [Fact]
    public void Figures_are_measured_over_all_epochs()
    {
        var ninth = Of((0.4, 0.40, 2.0, 2.5), (0.6, 0.45, 1.5, 2.1), (0.71, 0.48, 1.0, 2.3));
        var tenth = Of((0.7, 0.47, 1.0, 1.0), (0.85, 0.61, 0.7, 2.4), (0.92, 0.58, 0.4, 2.0));
        var checks = ById(CurveClaims.CheckFigures(Runs.Book(Runs.Original, "21-attempts-compared"), new Dictionary<int, History> { [9] = ninth, [10] = tenth }));
        Assert.Equal(2.3, checks["cnn.attempt-09.validation-loss"].Measured!.Number); // the median of 2.1, 2.3 and 2.5
        Assert.Equal(2.0, checks["cnn.attempt-10.validation-loss"].Measured!.Number);
        Assert.Equal(0.61, checks["cnn.fig-04.validation-accuracy"].Measured!.Number);
        Assert.Equal(0.92, checks["cnn.fig-04.train-accuracy"].Measured!.Number);
        // Means 2.3 and 1.8: squares (0.04 + 0.04 + 0) / 3 and (0.64 + 0.36 + 0.04) / 3.
        Assert.Equal(1.04 / 0.08, checks["cnn.attempt-10.validation-loss-spread"].Measured!.Number!.Value, 9);
        Assert.DoesNotContain("cnn.fig-07.validation-accuracy-before", checks.Keys);
    }

    [Fact]
    public void The_last_figure_takes_every_attempt()
    {
        var histories = Enumerable.Range(1, 9).ToDictionary(attempt => attempt, attempt => Of((0.5, 0.05 * attempt, 2, 3)));
        histories[10] = Of((0.9, 0.61, 0.4, 1.5));
        var checks = ById(CurveClaims.CheckFigures(Runs.Book(Runs.Original, "21-attempts-compared"), histories));
        Assert.Equal(0.45, checks["cnn.fig-07.validation-accuracy-before"].Measured!.Number!.Value, 9);
        Assert.Equal(0.1, checks["cnn.fig-07.validation-loss-below-2"].Measured!.Number);
        Assert.Equal("yes", checks["cnn.attempt-10.best-of-all"].Measured!.Text);
    }
}
