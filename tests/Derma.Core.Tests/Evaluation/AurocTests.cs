namespace Derma.Core.Tests;

public class AurocTests
{
    [Theory]
    [InlineData(new[] { 3.0, 4 }, new[] { 1.0, 2 }, 1)]
    [InlineData(new[] { 1.0, 2 }, new[] { 3.0, 4 }, 0)]
    [InlineData(new[] { 2.0, 4 }, new[] { 1.0, 3 }, 0.75)] // three of four pairs
    [InlineData(new[] { 2.0 }, new[] { 2.0, 2, 1 }, 2 / 3.0)] // (1/2 + 1/2 + 1) / 3
    public void The_area_counts_pairs_and_equals_half(double[] known, double[] unknown, double area) =>
        Assert.Equal(area, Auroc.Of(known, unknown).Value, 12);

    [Fact]
    public void It_is_the_share_of_pairs_also_of_many_with_equals()
    {
        var random = new Random(1);
        double[] known = [.. Enumerable.Range(0, 60).Select(_ => (double)random.Next(2, 9))];
        double[] unknown = [.. Enumerable.Range(0, 40).Select(_ => (double)random.Next(7))];
        var pairs = known.Sum(k => unknown.Sum(u => k > u ? 1 : k == u ? 0.5 : 0));
        Assert.Equal(pairs / 2_400, Auroc.Of(known, unknown).Value, 12);
    }

    [Fact]
    public void The_interval_is_Hanley_and_McNeils()
    {
        // A = 3/4, 2 and 2 photos: Q1 = 3/5, Q2 = 9/14, variance (3/16 + 3/5 − 9/16 + 9/14 − 9/16) / 4 = 0.0763393.
        var half = 1.959963984540054 * Math.Sqrt((0.1875 + 0.6 - 0.5625 + 9 / 14.0 - 0.5625) / 4);
        var interval = Auroc.Of([2, 4], [1, 3]).Interval;
        Assert.Equal(0.75 - half, interval.Low, 12);
        Assert.Equal(1, interval.High);
        Assert.Equal(new Interval(1, 1), Auroc.Of([3, 4], [1, 2]).Interval);
    }

    [Fact]
    public void False_positives_are_counted_where_the_known_are_let_through()
    {
        // Of 20 known photos 19 have to pass: the threshold is the second lowest, 2.
        double[] known = [.. Enumerable.Range(1, 20).Select(i => (double)i)];
        Assert.Equal(0.5, Auroc.FalsePositives(known, [0, 1, 2, 30]));
        Assert.Equal(0.75, Auroc.FalsePositives(known, [0, 1, 2, 30], truePositives: 1));
    }

    [Fact]
    public void Nothing_to_tell_apart_is_refused() =>
        Assert.Contains("at least one of each kind", Assert.Throws<UserError>(() => Auroc.Of([], [1])).Message);

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 10.0, 20, 40, 30 }, 0.8)] // 1 − 6 · 2 / (4 · 15)
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 0.0, -1, -200 }, -1)]
    [InlineData(new[] { 1.0, 1, 2 }, new[] { 1.0, 2, 3 }, 0.8660254037844387)] // ranks 1½, 1½, 3: cov 3/2, spreads √(3/2) and √2
    public void The_rank_correlation_looks_at_order_alone(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, RankCorrelation.Of(first, second), 12);

    [Fact]
    public void Lists_of_other_lengths_have_no_rank_correlation() =>
        Assert.Contains("same length", Assert.Throws<UserError>(() => RankCorrelation.Of([1, 2], [1])).Message);
}
