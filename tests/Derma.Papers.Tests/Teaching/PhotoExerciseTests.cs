namespace Derma.Papers.Tests.Teaching;

public class PhotoExerciseTests
{
    static readonly Lab Lab = null!; // the rules asked here look at no photos

    [Theory]
    [InlineData("51.1", 0.96)] // 1 − 0.2²
    [InlineData("51.2", 0.38661)] // (2846 · 0.8 + 1470 · 0.96 + 136 · 0.992 + 25 · 0.9984 + 24 · 0.99968) / 10015
    [InlineData("51.3", 0.12)] // 0.4 · 0.9 + 0.6 · 0.6 − 0.6
    [InlineData("53.1", 0.7575)] // 12 / 15.8415
    [InlineData("53.2", 0.6415)] // 1 − 0.358486
    public void A_number_worked_out_by_hand_is_right(string exercise, double answer) => Assert.Contains("dw-right", Said(exercise, answer));

    [Theory]
    [InlineData("51.1", 0.8, "each photo has two")]
    [InlineData("51.1", 0.64, "one is enough to leak")]
    [InlineData("51.2", 0.44943, "with a sister at all")]
    [InlineData("51.2", 0.26185, "Those are lesions")]
    [InlineData("51.3", 0.3, "two fifths of the photos")]
    [InlineData("53.1", 0.7353, "Clopper and Pearson")]
    [InlineData("53.2", 0.3585, "none gives a false alarm")]
    public void A_slip_gets_the_hint_that_fits_it(string exercise, double answer, string hint)
    {
        Assert.Contains("dw-off", Said(exercise, answer));
        Assert.Contains(hint, Said(exercise, answer));
    }

    static string Said(string exercise, object answer) => Exercise.Check(exercise, answer, Lab).Html;
}
