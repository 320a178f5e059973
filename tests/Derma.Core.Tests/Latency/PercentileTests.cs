namespace Derma.Core.Tests;

public class PercentileTests
{
    static double[] UpTo(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];

    [Theory]
    [InlineData(5, 15)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(100, 50)]
    public void A_percentile_is_the_value_at_the_nearest_rank(double percent, double value) =>
        Assert.Equal(value, Percentile.Of([15, 20, 35, 40, 50], percent));

    [Fact]
    public void Every_whole_percentile_of_a_hundred_values_is_the_value_of_that_number() =>
        Assert.All(Enumerable.Range(1, 100), percent => Assert.Equal(percent, Percentile.Of(UpTo(100), percent)));

    [Fact]
    public void The_interval_of_the_median_of_ten_values_is_the_second_to_the_ninth() => // P(2 <= B < 9) = 0.979 for B of 10 halves
        Assert.Equal((2, 9), Percentile.Interval(UpTo(10), 50));

    [Fact]
    public void The_99th_percentile_has_an_upper_end_from_368_values_on() // 0.99^368 < 0.025 < 0.99^367
    {
        Assert.Null(Percentile.Interval(UpTo(367), 99).High);
        Assert.Equal(368, Percentile.Interval(UpTo(368), 99).High);
    }
}
