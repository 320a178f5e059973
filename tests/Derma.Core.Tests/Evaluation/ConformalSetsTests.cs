namespace Derma.Core.Tests;

public class ConformalSetsTests
{
    // Scores of the true classes: 0.5, 0.25, 0.125, 0.75, 0.375, 0.0625, 0.625, 0.875, 0.
    static readonly Predictions Nine = Answers.Of(
        ([.5f, .5f], 0), ([.75f, .25f], 0), ([.125f, .875f], 1), ([.75f, .25f], 1), ([.625f, .375f], 0), ([.0625f, .9375f], 1),
        ([.375f, .625f], 0), ([.875f, .125f], 1), ([1, 0], 0));

    [Theory]
    [InlineData(9, 0.9, 9)] // 10 · 0.9
    [InlineData(9, 0.8, 8)]
    [InlineData(105, 0.9, 96)] // 95.4
    [InlineData(129, 0.9, 117)] // 130 · 0.9 is 117.00000000000001 in binary for some orders of the factors
    [InlineData(19, 0.95, 19)]
    [InlineData(18, 0.95, 19)] // 18.05: one more than there are
    public void The_rank_is_the_level_of_one_photo_more_rounded_up(int photos, double level, int rank) =>
        Assert.Equal(rank, ConformalSets.Rank(photos, level));

    [Theory]
    [InlineData(0.8, 0.75)]
    [InlineData(0.5, 0.375)]
    [InlineData(0.9, 0.875)]
    [InlineData(0.95, double.PositiveInfinity)]
    public void The_threshold_is_the_score_of_that_rank(double level, double threshold) =>
        Assert.Equal(threshold, ConformalSets.Calibrate(Nine, level).Threshold);

    [Fact]
    public void A_class_is_in_the_set_where_its_score_is_at_most_the_threshold()
    {
        var sets = new ConformalSets(0.75);
        Assert.Equal([0, 1], sets.Of([.5f, .25f, .125f, .125f]));
        Assert.Equal([2], sets.Of([.125f, 0, .875f, 0]));
        Assert.Empty(new ConformalSets(0.25).Of([.5f, .5f]));
        Assert.Equal([0, 1, 2], new ConformalSets(double.PositiveInfinity).Of([1, 0, 0]));
    }

    [Fact]
    public void Coverage_and_size_are_those_of_the_sets()
    {
        var sets = new ConformalSets(0.5);
        Assert.Equal(6 / 9.0, sets.Coverage(Nine), 12); // all but 0.75, 0.625, 0.875
        Assert.Equal(10 / 9.0, sets.MeanSize(Nine), 12); // two classes at 0.5, one each elsewhere
        Assert.True(sets.Covers(Nine, 0));
        Assert.False(sets.Covers(Nine, 3));
    }

    [Fact]
    public void On_fresh_answers_coverage_lies_in_its_interval_over_twenty_splits()
    {
        const int calibrated = 200, fresh = 300;
        var pool = Answers.Random(3, photos: calibrated + fresh, classes: 5, skill: 1);
        var law = CoverageLaw.Of(calibrated).Central(fresh);
        var outside = 0;
        for (var split = 0; split < 20; split++)
        {
            var order = Enumerable.Range(0, pool.Count).ToArray();
            SplitMix64.At(split).Shuffle<int>(order);
            var coverage = ConformalSets.Calibrate(Part(pool, order[..calibrated])).Coverage(Part(pool, order[calibrated..]));
            if (!law.Contains(coverage)) outside++;
        }

        Assert.InRange(outside, 0, 3); // of twenty at 95 %, four or more have a chance of 1.6 %
    }

    [Fact]
    public void A_threshold_from_photos_that_are_easier_than_the_fresh_ones_breaks_the_promise()
    {
        var sets = ConformalSets.Calibrate(Answers.Random(5, photos: 200, classes: 5, skill: 3));
        Assert.False(CoverageLaw.Of(200).Central(300).Contains(sets.Coverage(Answers.Random(6, photos: 300, classes: 5, skill: 0))));
    }

    [Fact]
    public void The_law_of_one_photo_of_one_is_even()
    {
        // n = 1, r = 1: Beta(1, 1) is uniform, and so is the number covered of m photos.
        var law = CoverageLaw.Of(1, 0.5);
        Assert.Equal((0.5, 0.025, 0.975), (law.Mean, Math.Round(law.Central().Low, 9), Math.Round(law.Central().High, 9)));
        // Each of 0 to 100 has 1/101: one lies in a tail of 1/80, two do not.
        Assert.Equal(new Interval(0.01, 0.99), law.Central(100, 0.975));
    }

    [Fact]
    public void A_thousand_photos_give_a_coverage_between_88_and_92_percent()
    {
        // Beta(901, 100), whose ends are those of the binomial with 1,000 trials: summed term by term elsewhere, 0.8808 and 0.9179.
        var ends = CoverageLaw.Of(1000).Central();
        Assert.Equal((0.8808, 0.9179), (Math.Round(ends.Low, 4), Math.Round(ends.High, 4)));
        Assert.Equal(901 / 1001.0, CoverageLaw.Of(1000).Mean, 12);
    }

    [Fact]
    public void What_cannot_be_calibrated_is_refused_in_a_sentence()
    {
        Assert.Contains("no photos to calibrate", Assert.Throws<UserError>(() => ConformalSets.Rank(0, 0.9)).Message);
        Assert.Contains("between 0 and 1", Assert.Throws<UserError>(() => ConformalSets.Calibrate(Nine, 1)).Message);
        Assert.Contains("too few", Assert.Throws<UserError>(() => CoverageLaw.Of(8)).Message);
    }

    static Predictions Part(Predictions all, int[] photos) =>
        Answers.Of([.. photos.Select(i => (all.Row(i).ToArray(), all.Labels[i]))]);
}
