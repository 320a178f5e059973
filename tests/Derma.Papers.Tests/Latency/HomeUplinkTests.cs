using System.Net;
using System.Net.Sockets;

namespace Derma.Papers.Tests;

public class HomeUplinkTests
{
    static readonly UplinkOptions Quick = new() { RoundTrip = TimeSpan.FromMilliseconds(4), Jitter = TimeSpan.FromMilliseconds(2), UpMegabits = 400, DownMegabits = 400 };

    [Fact]
    public async Task Every_byte_arrives_in_both_directions_in_order_and_so_does_the_end()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var echoing = EchoAsync(listener);
        await using var uplink = HomeUplink.Start(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), Quick);
        var sent = new byte[400_001];
        new Random(5).NextBytes(sent);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, uplink.Address.Port);
        var sending = client.Client.SendAsync(sent);
        using var received = new MemoryStream();
        var receiving = client.GetStream().CopyToAsync(received);
        await sending;
        client.Client.Shutdown(SocketShutdown.Send);
        await receiving.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(sent, received.ToArray());
        await echoing;
    }

    [Fact]
    public async Task A_service_that_is_gone_ends_the_connection()
    {
        await using var uplink = HomeUplink.Start(new Uri("http://127.0.0.1:9/"), Quick); // nobody listens on the discard port
        using var client = new ServiceClient(uplink.Address);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("healthz"));
    }

    [Fact]
    public void A_service_elsewhere_is_not_relayed() =>
        Assert.Contains("example.org", Assert.Throws<UserError>(() => HomeUplink.Start(new Uri("http://example.org/"), Quick)).Message);

    [Fact]
    public void Jitter_above_the_round_trip_is_refused() =>
        Assert.Contains("Jitter", Assert.Throws<UserError>(() => HomeUplink.Start(new Uri("http://127.0.0.1/"), Quick with { Jitter = TimeSpan.FromSeconds(1) })).Message);

    static async Task EchoAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().CopyToAsync(client.GetStream());
    }
}
