namespace Derma.Training.Tests;

public class CascadeRuleTests
{
    // The true class is 0 everywhere: a first number above a half is right.
    static Predictions Of(params float[] right) => Answers.Of([.. right.Select(p => (new[] { p, 1 - p }, 0))]);

    [Fact]
    public void The_small_network_answers_as_long_as_it_has_lost_no_more_photos_than_it_has_won()
    {
        // From the surest on: won one from the vote, lost one, both right, lost one.
        var (first, vote) = (Of(.9f, .2f, .7f, .4f), Of(.1f, .6f, .6f, .6f));
        var rule = CascadeRule.Find(first, vote);
        Assert.Equal(new CascadeRule(.7f, .75), rule);
        var answers = rule.Apply(first, vote);
        Assert.Equal([.9f, .2f, .7f, .6f], Enumerable.Range(0, 4).Select(i => answers.Row(i)[0]));
        Assert.Equal(first.Labels, answers.Labels);
    }

    [Fact]
    public void Photos_of_one_confidence_fall_on_the_same_side()
    {
        var rule = CascadeRule.Find(Of(.9f, .2f, .7f, .3f), Of(.1f, .6f, .6f, .6f));
        Assert.Equal(new CascadeRule(.8f, .5), rule);
    }

    [Fact]
    public void A_small_network_that_loses_from_the_start_never_answers_alone()
    {
        var (first, vote) = (Of(.1f, .8f), Of(.7f, .7f));
        var rule = CascadeRule.Find(first, vote);
        Assert.Equal(new CascadeRule(1, 0), rule);
        Assert.Equal(vote.Probabilities, rule.Apply(first, vote).Probabilities);
    }

    [Fact]
    public void Other_photos_and_none_are_refused()
    {
        var none = new Predictions([], [], [], ["x", "y"]);
        Assert.Contains("'the vote'", Assert.Throws<UserError>(() => CascadeRule.Find(Of(.9f), Of(.9f, .8f))).Message);
        Assert.Contains("at least one", Assert.Throws<UserError>(() => CascadeRule.Find(none, none)).Message);
    }
}
