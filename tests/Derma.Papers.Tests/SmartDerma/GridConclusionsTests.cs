namespace Derma.Papers.Tests;

public class GridConclusionsTests
{
    static TrialResult Of(double f1, bool learned = true, double rate = 1e-3, double dropout = 0.3, long seed = 1) => new(
        new Trial { Network = "", BatchSize = 16, LearningRate = rate, WeightDecay = 1e-5, Dropout = dropout, Photos = 1, Seed = seed, Threads = 1 }, 0.5, 0.2, f1, 1, 1)
    {
        Classes = 10, BalancedInterval = learned ? new Interval(0.11, 0.3) : new Interval(0.1, 0.3),
    };

    static TrialResult[] Seeds(params double[] f1) => [.. f1.Select((value, seed) => Of(value, seed: seed))];

    [Fact]
    public void A_trial_whose_interval_reaches_down_to_chance_is_not_ranked()
    {
        TrialResult[] results = [Of(0.2), Of(0.9, learned: false), Of(0.3)];
        Assert.Equal([0.3, 0.2], results.Ranked().Select(result => result.MacroF1));
        Assert.Equal(0.3, results.Best().MacroF1);
        Assert.Equal(0.9, new[] { Of(0.9, learned: false), Of(0.1, learned: false) }.Best().MacroF1);
    }

    [Theory]
    [InlineData(2, 3, "2 of 3 trials learned", "listed apart")]
    [InlineData(3, 3, "3 of 3 trials learned", "above chance, 1/10")]
    [InlineData(0, 3, "No trial learned", "nothing follows")]
    public void How_many_learned_is_said_whichever_way_it_went(int learned, int all, params string[] said)
    {
        var text = GridConclusions.Learning([.. Enumerable.Range(0, all).Select(i => Of(0.2, i < learned))]);
        Assert.All(said, words => Assert.Contains(words, text));
    }

    [Theory]
    [InlineData(0.40, "leads by 0.100, more than that", "can tell")]
    [InlineData(0.32, "leads by 0.020, not more than that", "2 trials share the first place")]
    public void The_first_place_is_held_against_the_spread_of_seeds(double best, params string[] said)
    {
        var text = GridConclusions.Spread([Of(best), Of(0.30), Of(0.2)], Seeds(0.25, 0.30));
        Assert.Contains("from 0.250 to 0.300: a range of 0.050", text);
        Assert.All(said, words => Assert.Contains(words, text));
    }

    [Theory]
    [InlineData(0, "No trial learned")]
    [InlineData(1, "Only one trial learned")]
    public void Without_a_second_place_there_is_no_lead(int learned, string said) =>
        Assert.Contains(said, GridConclusions.Spread([Of(0.3, learned > 0), Of(0.4, learned: false)], Seeds(0.2, 0.3)));

    [Theory]
    [InlineData(0.38, "from 0.300 to 0.380, by 0.080: more than the seeds' range of 0.050")]
    [InlineData(0.32, "by 0.020: not more than the seeds' range")]
    [InlineData(0.30, "nothing better than macro F1 0.300")]
    public void Fine_tuning_is_a_gain_only_beyond_the_spread(double tuned, string said) =>
        Assert.Contains(said, GridConclusions.FineTuning([Of(0.3), Of(0.1)], [Of(0.3), Of(tuned, rate: 2e-3)], Seeds(0.25, 0.30)));

    [Fact]
    public void Nothing_is_fine_tuned_around_a_trial_that_did_not_learn() => Assert.Contains(
        "no trial that learned", GridConclusions.FineTuning([Of(0.3, learned: false)], [Of(0.4, learned: false)], Seeds(0.25, 0.30)));

    [Fact]
    public void The_setting_that_explains_most_is_named_whether_it_is_the_rate_or_not()
    {
        // Means 0.2 and 0.4 by rate, 0.29 and 0.31 by dropout: 4 · 0.1² and 4 · 0.01² of 0.0404.
        TrialResult[] byRate = [Of(0.19, rate: 1e-3, dropout: 0.3), Of(0.21, rate: 1e-3, dropout: 0.5), Of(0.39, rate: 3e-3, dropout: 0.3), Of(0.41, rate: 3e-3, dropout: 0.5)];
        Assert.Equal(0.04 / 0.0404, GridConclusions.Shares(byRate).Single(share => share.Name == "learning rate").Share, 1e-9);
        Assert.Equal(0.0004 / 0.0404, GridConclusions.Shares(byRate).Single(share => share.Name == "dropout").Share, 1e-9);
        Assert.Contains("the learning rate explains most: 99.0", GridConclusions.Decisive(byRate));
        TrialResult[] byDropout = [Of(0.2, rate: 1e-3, dropout: 0.3), Of(0.4, rate: 1e-3, dropout: 0.5), Of(0.2, rate: 3e-3, dropout: 0.3), Of(0.4, rate: 3e-3, dropout: 0.5)];
        Assert.Contains("the dropout explains most: 100.0", GridConclusions.Decisive(byDropout));
        Assert.Contains("not the learning rate", GridConclusions.Decisive(byDropout));
        Assert.Contains("All trials are equal", GridConclusions.Decisive([Of(0.2), Of(0.2)]));
        Assert.Contains("Too few", GridConclusions.Decisive([Of(0.2), Of(0.3, learned: false)]));
    }

    [Fact]
    public void The_ranking_lists_apart_who_did_not_learn()
    {
        var html = GridViews.Ranking([Of(0.2), Of(0.3, learned: false)]).Html;
        Assert.Contains("The best of 1 trials that learned", html);
        Assert.Contains("Did not learn", html);
        Assert.DoesNotContain("Did not learn", GridViews.Ranking([Of(0.2), Of(0.3)]).Html);
    }
}
