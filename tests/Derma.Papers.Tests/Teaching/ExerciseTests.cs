namespace Derma.Papers.Tests.Teaching;

public class ExerciseTests
{
    static readonly Lab Lab = null!; // the rules asked here look at no photos

    [Theory]
    [InlineData("01.2", 4_568)]
    [InlineData("41.3", 368)]
    public void An_answer_worked_out_by_hand_is_right(string exercise, double answer) =>
        Assert.Contains("dw-right", Exercise.Check(exercise, answer, Lab).Html);

    [Theory]
    [InlineData("01.2", 2_305, "both are measured")]
    [InlineData("41.3", 299, "2.5 % on each side")]
    public void A_slip_gets_the_hint_that_fits_it(string exercise, double answer, string hint)
    {
        var html = Exercise.Check(exercise, answer, Lab).Html;
        Assert.Contains("dw-off", html);
        Assert.Contains(hint, html);
    }

    [Fact]
    public void Any_other_answer_is_off_and_the_right_one_is_not_given_away()
    {
        Assert.All(ExerciseRules.All.Where(rule => rule.Exercise is "01.2" or "41.3"), rule =>
        {
            var html = Exercise.Check(rule.Exercise, 17, Lab).Html;
            Assert.Contains("dw-off", html);
            Assert.DoesNotContain("4,568", html);
            Assert.DoesNotContain("4568", html);
            Assert.DoesNotContain("368", html);
        });
    }

    [Fact]
    public void What_is_not_answered_is_open() => Assert.All(ExerciseRules.All, rule => Assert.Contains("dw-open", Exercise.Check(rule.Exercise, null, Lab).Html));

    [Fact]
    public void An_answer_of_another_kind_is_told_what_is_asked_for() => Assert.Contains("A number is asked for", Exercise.Check("41.3", "many", Lab).Html);

    [Fact]
    public void A_number_that_no_exercise_has_is_an_error_that_names_the_notebooks_others() =>
        Assert.Matches(@"^No exercise 41\.4 checks itself; choose one of (41\.\d(, )?)+\.$", Assert.Throws<UserError>(() => Exercise.Check("41.4", 1, Lab)).Message);

    [Fact]
    public void Every_number_is_there_once() => Assert.Distinct(ExerciseRules.All.Select(rule => rule.Exercise));
}
