namespace Derma.Core.Tests;

public class McNemarTests
{
    [Fact]
    public void Two_of_ten_coins_are_as_uneven_as_112_of_1024_outcomes() =>
        Assert.Equal(2.0 * (1 + 10 + 45) / 1024, new McNemar(2, 8).PValue, 15);

    [Theory]
    [InlineData(40, 60, 0.05688793364098079)] // scipy 1.10: binomtest(40, 100).pvalue, and by whole-number arithmetic
    [InlineData(1080, 1220, 0.0037420150245419206)] // whole-number arithmetic: 2 * sum(comb(2300, i) for i <= 1080) / 2**2300
    [InlineData(49500, 50500, 0.0015823598788515165)] // scipy 1.10: binomtest(49500, 100000).pvalue
    public void Large_counts_stay_exact(int onlyFirst, int onlySecond, double expected) =>
        Assert.Equal(1, new McNemar(onlyFirst, onlySecond).PValue / expected, 8);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(7, 7)]
    [InlineData(6, 7)]
    public void What_a_fair_coin_is_as_likely_to_exceed_has_p_1(int onlyFirst, int onlySecond) =>
        Assert.Equal(1, new McNemar(onlyFirst, onlySecond).PValue, 12);

    [Fact]
    public void Which_classifier_comes_first_does_not_matter() => Assert.Equal(new McNemar(3, 11).PValue, new McNemar(11, 3).PValue);

    [Fact]
    public void Only_photos_that_one_gets_right_count()
    {
        // Both right, only first, only second twice, both wrong in the same and in other ways.
        var first = Answers.Sure(3, (0, 0, 1), (1, 1, 1), (0, 1, 2), (2, 0, 1), (2, 0, 1));
        var second = Answers.Sure(3, (0, 0, 1), (0, 1, 1), (1, 1, 2), (2, 0, 1), (1, 0, 1));
        Assert.Equal(new McNemar(1, 2), McNemar.Of(first, second));
    }

    [Fact]
    public void Flips_are_told_apart_with_their_margins()
    {
        var first = Answers.Of(([.5f, .25f, .25f], 0), ([.5f, .375f, .125f], 1), ([.75f, .125f, .125f], 2), ([.75f, .125f, .125f], 0));
        var second = Answers.Of(([.25f, .625f, .125f], 0), ([.25f, .5f, .25f], 1), ([.25f, .75f, 0], 2), ([.5f, .25f, .25f], 0));
        var flips = Flip.Between(first, second);
        Assert.Equal(
            [new Flip(0, 0, 0, 1, .25, .375), new Flip(1, 1, 0, 1, .125, .25), new Flip(2, 2, 0, 1, .625, .5)], flips);
        Assert.Equal([FlipKind.RightToWrong, FlipKind.WrongToRight, FlipKind.WrongToOtherWrong], flips.Select(flip => flip.Kind));
    }

    [Fact]
    public void Other_photos_cannot_be_compared()
    {
        var error = Assert.Throws<UserError>(() => McNemar.Of(Answers.Sure(2, (0, 0, 2)), Answers.Sure(2, (0, 0, 3))));
        Assert.Contains("3 photos and not 2", error.Message);
    }
}
