using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

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

/// <summary>Passes bytes from one socket to another, each packet when its line delivers it.</summary>
sealed class LinkPump(Socket from, Socket to, LinkSchedule link, Stopwatch clock)
{
    const int PacketBytes = 1_460, MostPackets = 4_096;

    readonly Channel<(TimeSpan Due, byte[] Bytes)> underWay = Channel.CreateBounded<(TimeSpan, byte[])>(MostPackets);

    /// <summary>Runs until the sender has closed its side and all is delivered.</summary>
    /// <param name="notBefore">When the line is open.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(TimeSpan notBefore, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = SendAsync(either.Token);
        try
        {
            await ReceiveAsync(notBefore, either.Token);
        }
        catch (SocketException)
        {
            await either.CancelAsync(); // a sender that breaks off breaks off
        }
        await sending;
    }

    async Task ReceiveAsync(TimeSpan notBefore, CancellationToken cancellation)
    {
        var packet = new byte[PacketBytes];
        while (await from.ReceiveAsync(packet, cancellation) is > 0 and var count)
        {
            var ready = clock.Elapsed > notBefore ? clock.Elapsed : notBefore;
            await underWay.Writer.WriteAsync((link.Deliver(ready, count), packet[..count]), cancellation);
        }
        underWay.Writer.Complete();
    }

    async Task SendAsync(CancellationToken cancellation)
    {
        await foreach (var (due, bytes) in underWay.Reader.ReadAllAsync(cancellation))
        {
            await Wait.UntilAsync(due, clock, cancellation);
            for (var sent = 0; sent < bytes.Length;) sent += await to.SendAsync(bytes.AsMemory(sent), cancellation);
        }
        to.Shutdown(SocketShutdown.Send);
    }
}
