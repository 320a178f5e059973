using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Derma.Papers;

/// <summary>A home's line to a service in the cloud. The numbers are assumptions, stated on every figure; the paper states none.</summary>
public sealed record UplinkOptions
{
    /// <summary>Time of a packet there and of one back, without waiting behind others.</summary>
    public TimeSpan RoundTrip { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How far a round trip may lie above or below that, drawn evenly; half of it on each way.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Megabits a second to the service.</summary>
    public double UpMegabits { get; init; } = 10;

    /// <summary>Megabits a second from it.</summary>
    public double DownMegabits { get; init; } = 50;

    /// <summary>Decides the jitter.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>One line for a figure.</summary>
    public string Text => FormattableString.Invariant(
        $"round trip {RoundTrip.TotalMilliseconds:0.#} ± {Jitter.TotalMilliseconds:0.#} ms, ")
        + FormattableString.Invariant($"{UpMegabits:0.#} Mbit/s up, {DownMegabits:0.#} down");

    /// <summary>Checks delays and rates.</summary>
    /// <exception cref="UserError">One is out of range.</exception>
    public void Validate()
    {
        OptionCheck.Require(RoundTrip >= TimeSpan.Zero, nameof(RoundTrip), RoundTrip, "at least 0");
        OptionCheck.Require(Jitter >= TimeSpan.Zero && Jitter <= RoundTrip, nameof(Jitter), Jitter, "at least 0 and at most RoundTrip");
        OptionCheck.Require(UpMegabits > 0, nameof(UpMegabits), UpMegabits, "above 0");
        OptionCheck.Require(DownMegabits > 0, nameof(DownMegabits), DownMegabits, "above 0");
    }
}

/// <summary>
/// A relay on this machine that delays what passes through it as a home's line would: round-trip time, jitter, a rate in each direction. A
/// client that speaks to <see cref="Address"/> reaches the service behind it with that delay. The opening of a connection costs a round
/// trip, as TCP's does; what TLS and HTTP add follows by itself. Lost packets and the slow start of TCP are left out, and a figure
/// measured through it is an emulation. A network namespace with the kernel's own queues would be closer, but needs root.
/// </summary>
public sealed class HomeUplink : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentBag<Task> connections = [];
    readonly Stopwatch clock = Stopwatch.StartNew();
    readonly DnsEndPoint service;
    readonly UplinkOptions options;
    readonly LinkSchedule up, down;
    readonly Task accepting;

    HomeUplink(Uri service, UplinkOptions options)
    {
        (this.service, this.options) = (new DnsEndPoint(service.Host, service.Port), options);
        up = new LinkSchedule(options.UpMegabits, options.RoundTrip / 2, options.Jitter / 2, options.Seed);
        down = new LinkSchedule(options.DownMegabits, options.RoundTrip / 2, options.Jitter / 2, options.Seed + 1);
        listener.Start();
        Address = new UriBuilder(service) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        accepting = AcceptAsync();
    }

    /// <summary>Where the service answers with the delay, on a port of this machine.</summary>
    public Uri Address { get; }

    /// <summary>Starts a relay.</summary>
    /// <param name="service">A service on this machine.</param>
    /// <param name="options">The line.</param>
    /// <exception cref="UserError">An option is out of range, or the service is elsewhere.</exception>
    public static HomeUplink Start(Uri service, UplinkOptions options)
    {
        options.Validate();
        if (!service.IsLoopback) throw new UserError($"The relay serves this machine only, not {service}.");
        return new HomeUplink(service, options);
    }

    /// <summary>Closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(connections);
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true) connections.Add(RelayAsync(await listener.AcceptSocketAsync(stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    async Task RelayAsync(Socket client)
    {
        using var home = client;
        using var cloud = new Socket(SocketType.Stream, ProtocolType.Tcp);
        (home.NoDelay, cloud.NoDelay) = (true, true);
        try
        {
            var open = clock.Elapsed + options.RoundTrip;
            await cloud.ConnectAsync(service, stop.Token);
            var (there, back) = (new LinkPump(home, cloud, up, clock), new LinkPump(cloud, home, down, clock));
            await Task.WhenAll(there.RunAsync(open, stop.Token), back.RunAsync(open, stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side has left, or the relay stops: both sockets close.
        }
    }
}
