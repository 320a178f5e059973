namespace Derma.Core.Tests;

public class IntervalTests
{
    [Fact]
    public void Wilson_interval_of_81_in_263_is_the_published_one()
    {
        // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
        var interval = Interval.Wilson(81, 263);
        Assert.Equal(0.2553, interval.Low, 4);
        Assert.Equal(0.3662, interval.High, 4);
    }

    [Fact]
    public void Wilson_interval_of_0_in_20_starts_at_zero_and_ends_at_the_published_value()
    {
        var interval = Interval.Wilson(0, 20);
        Assert.Equal(0, interval.Low);
        Assert.Equal(0.1611, interval.High, 4);
    }

    [Fact]
    public void The_report_s_held_out_split_leaves_2_4_points_either_side()
    {
        var interval = Interval.Wilson(928, 1546);
        Assert.Equal(0.024, (interval.High - interval.Low) / 2, 3);
        Assert.True(interval.Contains(928.0 / 1546));
    }

    [Fact]
    public void Without_trials_nothing_is_known() => Assert.Equal(new Interval(0, 1), Interval.Wilson(0, 0));

    [Fact]
    public void More_successes_than_trials_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(3, 2));

    [Theory] // Newcombe 1998, Statistics in Medicine 17, 873, table II, method 10.
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    public void The_interval_of_a_difference_is_the_published_one(int first, int of, int second, int from, double low, double high)
    {
        var interval = Interval.Difference((first, of), (second, from));
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void The_other_way_round_a_difference_changes_its_sign()
    {
        var (there, back) = (Interval.Difference((56, 70), (48, 80)), Interval.Difference((48, 80), (56, 70)));
        Assert.Equal((-there.High, -there.Low), (back.Low, back.High));
    }

    [Fact]
    public void A_difference_from_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Difference((1, 2), (0, 0)));
}
