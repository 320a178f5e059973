namespace Derma.Papers.Tests;

public class StoryCheckTests
{
    static Trained<Attempt> Ended(int number, double train, double validation) =>
        new(Attempts.All[number - 1], [Results.Seed(train: train, validation: validation)]);

    /// <summary>The report's own numbers (section 3.7); where it prints none for validation, one that fits its words.</summary>
    static readonly Trained<Attempt>[] AsPrinted =
    [
        Ended(1, .99, .30), Ended(2, .70, .32), Ended(3, .35, .35), Ended(4, .45, .40), Ended(5, .60, .50),
        Ended(6, .60, .50), Ended(7, .63, .47), Ended(8, .30, .28), Ended(9, .70, .48), Ended(10, .92, .60),
    ];

    [Fact]
    public void The_reports_own_numbers_bear_out_every_statement() => Assert.All(StoryCheck.Of(AsPrinted), check => Assert.True(check.Holds, check.Statement));

    [Fact]
    public void A_gap_of_exactly_half_is_not_under_half() =>
        Assert.False(StoryCheck.Of([Ended(1, 1.0, .5), Ended(3, .75, .5)])[2].Holds);

    [Fact]
    public void What_a_run_lacks_is_not_judged() => Assert.Null(StoryCheck.Of([Ended(1, .99, .3)])[6].Holds);

    [Fact]
    public void Third_place_is_not_the_best_or_second_best() =>
        Assert.False(StoryCheck.Of([.. AsPrinted[..9], Ended(10, .92, .49)])[^1].Holds);

    [Fact]
    public void Nothing_is_concluded_from_an_attempt_that_did_not_learn()
    {
        var check = StoryCheck.Of([Ended(3, .35, .35), Ended(4, .09, .10)])[3];
        Assert.Null(check.Holds);
        Assert.Contains("attempt 4 (did not learn)", check.Measured);
        Assert.True(StoryCheck.Of([Ended(7, .6, .5), Ended(8, .1, .1)])[4].Holds);
    }
}
