namespace Derma.Papers.Tests;

public class ArrivalsTests
{
    static readonly LoadOptions Loop = new() { PerSecond = 2, Duration = TimeSpan.FromSeconds(2), Arrivals = ArrivalPattern.Constant };

    static readonly LoadOptions People = new() { PerSecond = 50, Duration = TimeSpan.FromSeconds(200) };

    [Fact]
    public void Even_arrivals_have_the_same_time_between_any_two() =>
        Assert.Equal([0, 0.5, 1, 1.5, 2], Arrivals.Of(Loop).Select(start => start.TotalSeconds));

    [Fact]
    public void No_more_requests_start_than_allowed() => Assert.Equal(3, Arrivals.Of(Loop with { MostRequests = 3 }).Count);

    [Fact]
    public void Poisson_arrivals_have_the_asked_rate_and_gaps_that_spread_like_an_exponential()
    {
        var starts = Arrivals.Of(People).Select(start => start.TotalSeconds).ToArray();
        var gaps = starts.Zip(starts.Skip(1), (one, next) => next - one).ToArray();
        Assert.InRange(gaps.Average(), 0.0192, 0.0208); // 1/50, four standard errors of 10,000 gaps
        Assert.InRange(gaps.Count(gap => gap > 0.02) / (double)gaps.Length, 0.348, 0.388); // 1/e = 0.368
        Assert.All(starts, start => Assert.InRange(start, 0, 200));
    }

    [Fact]
    public void The_seed_decides_the_arrivals()
    {
        Assert.Equal(Arrivals.Of(People), Arrivals.Of(People));
        Assert.NotEqual(Arrivals.Of(People), Arrivals.Of(People with { Seed = 2 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_none_is_refused_by_name(double rate) =>
        Assert.Contains("PerSecond", Assert.Throws<UserError>(() => Arrivals.Of(Loop with { PerSecond = rate })).Message);
}
