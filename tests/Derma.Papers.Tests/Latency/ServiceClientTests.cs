using Microsoft.AspNetCore.Http;

namespace Derma.Papers.Tests;

public class ServiceClientTests
{
    static readonly byte[] Photo = [.. Enumerable.Range(0, 5_000).Select(i => (byte)i)];

    [Fact]
    public async Task A_photo_arrives_as_the_form_field_photo_and_the_answer_comes_back_whole()
    {
        await using var service = await FakeService.StartAsync(async context =>
        {
            var file = (await context.Request.ReadFormAsync()).Files["photo"]!;
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            context.Response.StatusCode = bytes.ToArray().AsSpan().SequenceEqual(Photo) && file.FileName == "mole.jpg" ? 200 : 400;
            context.Response.Headers["Server-Timing"] = "decode;dur=2.5, model;dur=60";
            await context.Response.WriteAsJsonAsync(new { label = "Moles" });
        });
        using var client = new ServiceClient(service.Address);
        var reply = await client.PredictAsync(Photo, "mole.jpg");
        Assert.Equal((200, "application/json", "Moles"), (reply.Status, reply.ContentType, reply.Json.GetProperty("label").GetString()));
        Assert.Equal((2.5, 60), (reply.Timings["decode"], reply.Timings["model"]));
    }

    [Fact]
    public async Task A_load_keeps_refusals_apart_from_answers()
    {
        var asked = 0;
        await using var service = await FakeService.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) % 3 == 0 ? 429 : 200;
            return Task.CompletedTask;
        });
        using var client = new ServiceClient(service.Address);
        var load = new LoadOptions { PerSecond = 500, Duration = TimeSpan.FromSeconds(10), MostRequests = 12 };
        var summary = new LatencySummary(await LoadGenerator.OpenLoopAsync("fake", client.Asking(Photo), load));
        Assert.Equal(new Dictionary<int, int> { [200] = 8, [429] = 4 }, summary.Statuses);
    }

    [Fact]
    public async Task Only_the_pinned_certificate_is_accepted_also_through_the_relay()
    {
        using var own = LoopbackCertificate.Create();
        using var other = LoopbackCertificate.Create();
        await using var service = await FakeService.StartAsync(_ => Task.CompletedTask, own);
        await using var uplink = HomeUplink.Start(service.Address, new UplinkOptions { RoundTrip = TimeSpan.FromMilliseconds(2), Jitter = TimeSpan.Zero, UpMegabits = 500 });
        using var trusting = new ServiceClient(uplink.Address, newConnections: true, pinned: own);
        Assert.Equal("https", uplink.Address.Scheme);
        Assert.Equal(200, (await trusting.PredictAsync(Photo)).Status);
        using var mistaken = new ServiceClient(uplink.Address, pinned: other);
        await Assert.ThrowsAsync<HttpRequestException>(() => mistaken.PredictAsync(Photo));
    }

    [Fact]
    public void An_address_that_nobody_named_is_not_asked() =>
        Assert.Contains(ServiceTarget.Variable, Assert.Throws<UserError>(() => new ServiceClient(new Uri("https://example.org/"))).Message);
}
