namespace Derma.Training.Tests;

public class AgreementTests
{
    // Ten photos of class 0, 1, 2. a: 7 right. b: 6 right. c: always class 0.
    static readonly Agreement Measured = Agreement.Of(new Dictionary<string, Predictions>
    {
        ["a"] = Answers.Sure(3, (0, 0, 4), (1, 1, 3), (0, 2, 2), (1, 2, 1)),
        ["b"] = Answers.Sure(3, (0, 0, 3), (1, 0, 1), (1, 1, 3), (0, 2, 3)),
        ["c"] = Answers.Sure(3, (0, 0, 4), (0, 1, 3), (0, 2, 3)),
    });

    [Fact]
    public void Agreement_is_the_share_of_photos_with_the_same_answer()
    {
        // a and b differ on the fourth and the last photo.
        Assert.Equal(0.8, Measured.Agreed(0, 1), 12);
        Assert.Equal(Measured.Agreed(0, 1), Measured.Agreed(1, 0));
        Assert.Equal(1, Measured.Agreed(2, 2));
        Assert.Equal(["a", "b", "c"], Measured.Models);
    }

    [Fact]
    public void Kappa_takes_off_what_chance_would_give()
    {
        // a says 0, 0, 0, 0, 1, 1, 1, 0, 0, 1 and b says 0, 0, 0, 1, 1, 1, 1, 0, 0, 0: .6 and .4 each, by chance .36 + .16.
        Assert.Equal((0.8 - 0.52) / (1 - 0.52), Measured.Kappa(0, 1), 12);
        // c always says 0: by chance as often as a does, so nothing is left.
        Assert.Equal(0, Measured.Kappa(0, 2), 12);
        Assert.True(double.IsNaN(Measured.Kappa(2, 2)));
    }

    [Fact]
    public void Both_wrong_counts_photos_that_neither_gets_right()
    {
        Assert.Equal(0.3, Measured.DoubleFault(0, 1), 12);
        Assert.Equal(0.4, Measured.DoubleFault(1, 1), 12);
    }

    [Fact]
    public void The_oracle_is_right_where_any_model_is() => Assert.Equal((0.7, 0.5), (Math.Round(Measured.Oracle, 12), Math.Round(Measured.Unanimous, 12)));
}
