namespace Derma.Papers.Tests;

public class AttemptClaimsTests
{
    static IReadOnlyList<ClaimCheck> Check(Trained<Attempt> trained)
    {
        var number = trained.Experiment.Number;
        var book = Runs.Book(Runs.Original, $"{10 + number}-attempt-{number:00}");
        AttemptClaims.Check(book, trained, number == 1 ? null : Attempts.All[number - 2]);
        return book.Checks;
    }

    static IEnumerable<ClaimCheck> AsPrinted() =>
        Attempts.All.SelectMany(attempt => Check(Results.Attempt(attempt, epochs: attempt.EpochsRun)));

    [Fact]
    public void The_ten_attempts_are_configured_as_printed_but_for_the_rate_that_contradiction_6_decides() => Assert.Equal(
        ["cnn.attempt-04.learning-rate-before"],
        AsPrinted().Where(check => check.Claim.Kind != ClaimKind.Arithmetic && check.Verdict is not (Verdict.Counted or Verdict.SetAsPrinted))
            .Select(check => check.Claim.Id));

    [Fact]
    public void Every_printed_configuration_is_checked()
    {
        var measured = AsPrinted().Select(check => check.Claim.Id).ToHashSet();
        var stated = Ledger.CnnReport.Claims.Where(claim =>
            claim.Id.StartsWith("cnn.attempt-") && claim.Kind is (ClaimKind.Structural or ClaimKind.Option or ClaimKind.Setting));
        Assert.All(stated, claim => Assert.Contains(claim.Id, measured));
    }

    [Fact]
    public void A_run_with_a_budget_shows_its_own_epochs_and_not_the_plan_of_the_report()
    {
        var cut = Check(Results.Attempt(Attempts.Second, imageSize: 64, steps: 330, epochs: 15)).ToDictionary(check => check.Claim.Id);
        Assert.Equal((15, 15), (cut["cnn.attempt-02.epochs-planned"].Measured!.Number, cut["cnn.attempt-02.epochs-run"].Measured!.Number));
    }

    /// <summary>Every row changes with the result it is taken from: there is nothing that a run could not have found otherwise.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(9), InlineData(10)]
    public void Another_result_gives_other_rows(int number)
    {
        var attempt = Attempts.All[number - 1];
        var otherwise = attempt with
        {
            Network = attempt.Network with
            {
                Filters = [7, .. attempt.Network.Filters, 9], Dense = [5, 5, 6], Dropout = 0.77, Padding = Other(attempt.Network.Padding),
                Order = Other(attempt.Network.Order), Reduction = Other(attempt.Network.Reduction), Head = Other(attempt.Network.Head),
            },
            Training = attempt.Training with { Epochs = 7, L2 = 0.5, LearningRate = 0.3, BatchSize = 5 },
        };
        var before = Check(Results.Attempt(attempt, epochs: attempt.EpochsRun)).ToDictionary(check => check.Claim.Id, check => check.Measured);
        var after = Check(Results.Attempt(otherwise, imageSize: 1024, classes: 4, epochs: 3)).ToDictionary(check => check.Claim.Id, check => check.Measured);
        string[] ofTheAttemptBefore = [$"cnn.attempt-{number:00}.learning-rate-before"], always = ["cnn.final.kernel-size"];
        Assert.NotEmpty(before);
        Assert.All(before.Keys.Except(ofTheAttemptBefore).Except(always), id => Assert.NotEqual(before[id], after[id]));
    }

    static T Other<T>(T value) where T : struct, Enum => Enum.GetValues<T>().First(other => !other.Equals(value));
}
