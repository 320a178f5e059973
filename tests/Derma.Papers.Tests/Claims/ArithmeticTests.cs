namespace Derma.Papers.Tests;

public class ArithmeticTests
{
    static double Implied(string id) => PrintedArithmetic.Implied[id].Number!.Value;

    [Theory]
    [InlineData("cnn.data.split-sum", 13_898 + 1_546)]
    [InlineData("cnn.steps-per-epoch", 434 + 1)] // 434 x 32 = 13,888 and ten photos more
    [InlineData("cnn.params.sum", 1_974_422 + 2_016)]
    [InlineData("cnn.size.from-parameters", 7_905_752 / 1048576.0)]
    [InlineData("cnn.cost.final-hours-from-epochs", 200 * 7 / 60.0)]
    [InlineData("cnn.attempt-10.epochs-total", 300)]
    [InlineData("cnn.fig-08.label-sum", 0.965)]
    public void Printed_numbers_imply_others(string id, double expected) => Assert.Equal(expected, Implied(id), 9);

    [Fact]
    public void At_seven_minutes_an_epoch_only_the_five_longest_attempts_pass_ten_hours()
    {
        int[] epochs = [20, 100, 50, 50, 100, 50, 100, 25, 100, 200];
        Assert.Equal(epochs.Count(count => count * 7 > 600), Implied("cnn.cost.most-over-10-hours"));
        Assert.Equal(5, Implied("cnn.cost.most-over-10-hours"));
    }

    [Fact]
    public void Most_runs_over_ten_hours_is_impossible_as_printed()
    {
        var checks = Runs.Book(Runs.Drawings, "21-attempts-compared").CheckArithmetic();
        Assert.Equal(Verdict.ImpossibleAsPrinted, checks.Single(check => check.Claim.Id == "cnn.cost.most-over-10-hours").Verdict);
        Assert.Equal(Verdict.Consistent, checks.Single(check => check.Claim.Id == "cnn.cost.final-hours-from-epochs").Verdict);
    }

    [Fact]
    public void The_parameter_counts_and_the_split_agree_with_each_other()
    {
        var checks = Runs.Book(Runs.Drawings, "19-attempt-09").CheckArithmetic().Concat(Runs.Book(Runs.Drawings, "01-dataset").CheckArithmetic());
        Assert.All(checks, check => Assert.Equal(Verdict.Consistent, check.Verdict));
    }

    [Fact]
    public void A_notebook_checks_only_its_own_arithmetic() =>
        Assert.Equal(["cnn.data.over-fifteen-thousand", "cnn.data.split-sum", "cnn.steps-per-epoch"],
            Runs.Book(Runs.Drawings, "01-dataset").CheckArithmetic().Select(check => check.Claim.Id));
}
