using System.Net;

namespace Derma.Service.Tests;

/// <summary>The clients are named by a proxy on this machine, whose word the service takes.</summary>
public class ClientLimitTests
{
    static readonly ServiceOptions Two = new() { RequestsAMinute = 2 };

    static async Task<HttpResponseMessage> AskAsync(TestService service, string? client, string path = "/api/places?q=Ulm")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (client is not null) request.Headers.Add("X-Forwarded-For", client);
        return await service.Client.SendAsync(request);
    }

    static async Task<HttpStatusCode[]> StatusesAsync(TestService service, params string?[] clients)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var client in clients) statuses.Add((await AskAsync(service, client)).StatusCode);
        return [.. statuses];
    }

    [Fact]
    public async Task One_more_than_the_limit_is_told_when_to_come_back()
    {
        await using var service = await TestService.StartAsync(options: Two);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync(service, "203.0.113.5", "203.0.113.5"));
        var refused = await AskAsync(service, "203.0.113.5");
        Assert.Contains("very often", await TestService.ProblemAsync(refused, 429, "too-many-requests"));
        // Two a minute is one in thirty seconds.
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("derma_requests_total{route=\"/api/places\",status=\"429\"} 1", await service.Client.GetStringAsync("/metrics"));
    }

    [Fact]
    public async Task Everybody_has_a_limit_of_their_own()
    {
        await using var service = await TestService.StartAsync(options: Two);
        await StatusesAsync(service, "203.0.113.5", "203.0.113.5");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await StatusesAsync(service, "203.0.113.6", "203.0.113.5"));
    }

    [Fact]
    public async Task All_addresses_of_a_network_of_ipv6_are_one_client()
    {
        await using var service = await TestService.StartAsync(options: Two);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            await StatusesAsync(service, "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::3", "2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Page_health_and_metrics_are_not_counted()
    {
        await using var service = await TestService.StartAsync(options: Two);
        await StatusesAsync(service, "203.0.113.5", "203.0.113.5");
        foreach (var path in (string[])["/", "/healthz", "/metrics"]) Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, "203.0.113.5", path)).StatusCode);
    }

    [Fact]
    public async Task Programs_on_this_machine_have_no_limit_and_0_sets_none()
    {
        await using var service = await TestService.StartAsync(options: Two);
        Assert.All(await StatusesAsync(service, null, null, null, null), status => Assert.Equal(HttpStatusCode.OK, status));
        await using var open = await TestService.StartAsync(options: new ServiceOptions { RequestsAMinute = 0 });
        Assert.All(await StatusesAsync(open, "203.0.113.5", "203.0.113.5", "203.0.113.5"), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task A_limit_below_0_is_named() => Assert.Contains("RequestsAMinute", (await Assert.ThrowsAsync<UserError>(
        () => TestService.StartAsync(options: new ServiceOptions { RequestsAMinute = -1 }))).Message);
}
