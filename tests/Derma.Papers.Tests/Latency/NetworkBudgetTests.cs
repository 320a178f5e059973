namespace Derma.Papers.Tests;

public class NetworkBudgetTests
{
    static readonly NetworkBudget Paper = new(BoundSeconds: 1.5, ServiceSeconds: 0.1);

    [Fact]
    public void What_fits_the_first_window_takes_its_time_on_the_line_alone() => // 10 Mbit/s are 1.25 MB/s
        Assert.Equal(0.01, NetworkBudget.TransferSeconds(12_500, roundTrip: 0.1, megabits: 10), 12);

    [Fact]
    public void A_photo_waits_for_the_window_to_double() => // 14,600 and 29,200 bytes cost a round trip each; 56,200 are left for the third window of 58,400
        Assert.Equal(0.2 + 56_200 / 1.25e6, NetworkBudget.TransferSeconds(100_000, roundTrip: 0.1, megabits: 10), 12);

    [Fact]
    public void A_window_that_fills_the_line_costs_no_round_trip() => // at 10 ms 12,500 bytes are under way
        Assert.Equal(0.08, NetworkBudget.TransferSeconds(100_000, roundTrip: 0.01, megabits: 10), 12);

    [Fact]
    public void A_first_request_takes_two_round_trips_more_than_the_next() => Assert.Equal(
        2 * 0.04, NetworkBudget.NetworkSecondsOf(50_000, 0.04, 10) - NetworkBudget.NetworkSecondsOf(50_000, 0.04, 10, newConnection: false), 12);

    [Fact]
    public void The_longest_round_trip_just_meets_the_bound()
    {
        var longest = Paper.LongestRoundTrip(60_000, megabits: 10)!.Value;
        Assert.True(NetworkBudget.NetworkSecondsOf(60_000, longest, 10) <= 1.4);
        Assert.True(NetworkBudget.NetworkSecondsOf(60_000, longest * 1.001, 10) > 1.4);
    }

    [Fact]
    public void The_slowest_line_just_meets_the_bound()
    {
        var slowest = Paper.SlowestUplink(60_000, roundTrip: 0.04)!.Value;
        Assert.True(NetworkBudget.NetworkSecondsOf(60_000, 0.04, slowest) <= 1.4);
        Assert.True(NetworkBudget.NetworkSecondsOf(60_000, 0.04, slowest * 0.999) > 1.4);
    }

    [Fact]
    public void A_phones_photo_of_three_megabytes_meets_the_bound_over_no_round_trip_at_ten_megabits() => // 2.4 s on the line
        Assert.Null(Paper.LongestRoundTrip(3e6, megabits: 10));

    [Fact]
    public void A_round_trip_that_takes_too_long_is_mended_by_no_line() => Assert.Null(Paper.SlowestUplink(60_000, roundTrip: 0.5));
}
