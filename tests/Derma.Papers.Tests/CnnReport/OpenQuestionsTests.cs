namespace Derma.Papers.Tests;

public class OpenQuestionsTests
{
    [Theory]
    [InlineData(0.08, 0.06, "looks 8.0", "more than chance alone explains")]
    [InlineData(0.02, 0.06, "looks 2.0", "less than the test part can tell from chance")]
    [InlineData(-0.015, 0.06, "no better where it was picked (1.5", "less than the test part can tell from chance")]
    [InlineData(-0.05, 0.06, "no better where it was picked (5.0", "more than chance alone explains")]
    public void The_conclusion_says_what_was_found_whichever_way_it_went(double bias, double width, string found, string weight)
    {
        var text = OpenQuestions.Conclusion(bias, width);
        Assert.Contains(found, text.Replace('\u00a0', ' '));
        Assert.Contains(weight, text);
    }

    [Theory]
    [InlineData(0.30, 0.52, "looks 22.0 points better")]
    [InlineData(0.50, 0.20, "looks 30.0 points worse")]
    [InlineData(0.30, 0.33, "differ by 3.0 points, which chance alone explains")]
    public void What_is_said_of_the_leak_follows_the_two_accuracies(double byLesion, double byPhoto, string found) =>
        Assert.Contains(found, OpenQuestions.LeakConclusion(byLesion, byPhoto, new Interval(byPhoto - 0.05, byPhoto + 0.05)));
}
