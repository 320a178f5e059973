namespace Derma.Papers.Tests;

public class LinkScheduleTests
{
    static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    [Fact]
    public void Packets_leave_one_behind_the_other_at_the_lines_rate_and_then_travel()
    {
        var link = new LinkSchedule(megabits: 10, delay: Ms(20), jitter: TimeSpan.Zero, seed: 1); // 1,250 bytes a millisecond
        Assert.Equal(Ms(21), link.Deliver(Ms(0), 1_250));
        Assert.Equal(Ms(22), link.Deliver(Ms(0), 1_250));
        Assert.Equal(Ms(24), link.Deliver(Ms(1.5), 2_500));
        Assert.Equal(Ms(121), link.Deliver(Ms(100), 1_250));
    }

    [Fact]
    public void Jitter_stays_within_its_bounds_and_no_packet_overtakes_another()
    {
        var link = new LinkSchedule(10, Ms(20), Ms(5), seed: 7);
        var last = TimeSpan.Zero;
        var delays = new List<double>();
        for (var i = 0; i < 500; i++)
        {
            var arrival = Ms(2 * i);
            var delivered = link.Deliver(arrival, 1_250);
            Assert.True(delivered >= last);
            delays.Add((delivered - arrival).TotalMilliseconds - 1);
            last = delivered;
        }
        Assert.All(delays, delay => Assert.InRange(delay, 15, 25));
        Assert.True(delays.Max() - delays.Min() > 8);
    }

    [Fact]
    public void The_seed_decides_the_jitter()
    {
        IReadOnlyList<TimeSpan> Drawn(long seed)
        {
            var link = new LinkSchedule(10, Ms(20), Ms(5), seed);
            return [.. Enumerable.Range(0, 20).Select(i => link.Deliver(Ms(50 * i), 100))];
        }
        Assert.Equal(Drawn(3), Drawn(3));
        Assert.NotEqual(Drawn(3), Drawn(4));
    }
}
