namespace Derma.Papers.Tests.Teaching;

public class RecipeExerciseTests
{
    static readonly Lab Lab = null!; // these rules look at no photos

    [Theory]
    [InlineData("31.2", 0.637)] // 1 - 1,531,181 / 4,218,685, the sums of torchvision's tensor lists with 13 classes
    [InlineData("31.4", 8)] // lowest at 3; 4, 5, 6 and 7 are put up with
    [InlineData("37.1", 3)] // 3 · 4 · 3 · 3 = 108 trials · 40 min = 72 h
    [InlineData("37.3", 0.001522)] // 65,536 / 43,046,721
    [InlineData("38.1", 20)] // 50 ms a batch
    [InlineData("38.2", 18_374_172)] // 1,531,181 · 12 bytes
    [InlineData("38.3", 4)] // 40 / 10
    [InlineData("39.1", 0.75)] // √0.9 = 3 · √0.1
    [InlineData("39.2", 20)] // 10 + 50 / 5
    public void An_answer_worked_out_by_hand_is_right(string exercise, double answer) =>
        Assert.Contains("dw-right", Exercise.Check(exercise, answer, Lab).Html);

    [Theory]
    [InlineData("31.2", 0.363, "share that is left")]
    [InlineData("31.2", 63.7, "not per cent")]
    [InlineData("31.4", 7, "four are put up with")]
    [InlineData("37.1", 0.3611, "every combination")]
    [InlineData("37.1", 72, "hours")]
    [InlineData("37.3", 0.9985, "at least one draw hits")]
    [InlineData("38.1", 12.5, "without prefetching")]
    [InlineData("38.1", 33.33, "who prepares them")]
    [InlineData("38.2", 6_124_724, "weights alone")]
    [InlineData("38.3", 12, "each class gets a third")]
    [InlineData("38.3", 5, "as many photos of each class")]
    [InlineData("39.1", 0.9487, "divide by their sum")]
    [InlineData("39.1", 0.9878, "sharpens")]
    [InlineData("39.2", 18, "small network first")]
    [InlineData("39.2", 60, "mean over all")]
    public void A_wrong_answer_gets_the_hint_that_fits_it(string exercise, double answer, string hint)
    {
        var html = Exercise.Check(exercise, answer, Lab).Html;
        Assert.Contains("dw-off", html);
        Assert.Contains(hint, html);
    }
}
