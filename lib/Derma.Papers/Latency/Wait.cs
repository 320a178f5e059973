using System.Diagnostics;

namespace Derma.Papers;

/// <summary>Waiting for a time on a clock.</summary>
static class Wait
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1); // timers round down to whole milliseconds, and 0 would spin

    /// <summary>Returns at that time or up to a millisecond or two after it; at once where it has passed.</summary>
    public static async Task UntilAsync(TimeSpan time, Stopwatch clock, CancellationToken cancellation)
    {
        while (time - clock.Elapsed is var left && left > TimeSpan.Zero)
            await Task.Delay(left < Shortest ? Shortest : left, cancellation);
    }
}
