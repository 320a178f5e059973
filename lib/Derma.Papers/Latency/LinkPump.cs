using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Derma.Papers;

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
