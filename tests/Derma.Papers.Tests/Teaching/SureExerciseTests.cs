namespace Derma.Papers.Tests.Teaching;

public class SureExerciseTests
{
    static readonly Lab Lab = null!; // the rules asked here look at no photos

    [Theory]
    [InlineData("52.1", 96)] // 106 · 0.9 = 95.4
    [InlineData("52.2", 19)] // 20 · 0.95 = 19
    [InlineData("54.1", 0.8)] // 1 − 12 / 60
    [InlineData("54.2", 41)] // 90 − 49
    public void A_number_worked_out_by_hand_is_right(string exercise, double answer) => Assert.Contains("dw-right", Said(exercise, answer));

    [Theory]
    [InlineData("52.1", 95, "rounded up")]
    [InlineData("52.2", 20, "a 19th score")]
    [InlineData("52.2", 9, "asked for 95 %")]
    [InlineData("54.1", 0.2, "taken from 1")]
    [InlineData("54.2", 43, "40 % of 107")]
    [InlineData("54.2", 0.383, "number of moles is asked for")]
    public void A_slip_gets_the_hint_that_fits_it(string exercise, double answer, string hint)
    {
        Assert.Contains("dw-off", Said(exercise, answer));
        Assert.Contains(hint, Said(exercise, answer));
    }

    static string Said(string exercise, object answer) => Exercise.Check(exercise, answer, Lab).Html;
}
