namespace Derma.Papers;

/// <summary>
/// One direction of a line: when the last byte of each packet comes out. Packets leave one behind the other at the line's rate (a token
/// bucket as deep as one packet), then travel; none overtakes another. A pure calculation; nothing waits here. Safe for several threads.
/// </summary>
/// <param name="megabits">Megabits a second.</param>
/// <param name="delay">Time to travel.</param>
/// <param name="jitter">How far that may lie above or below, drawn evenly for each packet.</param>
/// <param name="seed">Decides the draws.</param>
public sealed class LinkSchedule(double megabits, TimeSpan delay, TimeSpan jitter, long seed)
{
    const double BitsPerMegabit = 1e6;

    readonly Lock gate = new();
    SplitMix64 random = SplitMix64.At(seed);
    TimeSpan free, last;

    /// <summary>Takes a packet.</summary>
    /// <param name="arrival">When it is ready to leave. No earlier than that of the packet before.</param>
    /// <param name="bytes">Its size.</param>
    /// <returns>When it is there.</returns>
    public TimeSpan Deliver(TimeSpan arrival, int bytes)
    {
        lock (gate)
        {
            free = Later(arrival, free) + TimeSpan.FromSeconds(8 * bytes / (megabits * BitsPerMegabit));
            last = Later(last, free + delay + jitter * random.Between(-1, 1));
            return last;
        }
    }

    static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
