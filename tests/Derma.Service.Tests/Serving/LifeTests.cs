using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Derma.Service.Tests;

public class LifeTests
{
    [Fact]
    public async Task A_stop_answers_what_was_accepted_and_refuses_the_rest()
    {
        var model = new FakeModel();
        var service = await TestService.StartAsync(model, new ServiceOptions { MaxBatch = 1 });
        model.Hold();
        var accepted = Enumerable.Range(0, 4).Select(_ => service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)))).ToList();
        await model.EnteredAsync();
        while ((await TestService.JsonAsync(await service.Client.GetAsync("/healthz"))).GetProperty("queueDepth").GetInt32() < 4) await Task.Yield();
        var stop = service.Service.DisposeAsync().AsTask();
        var health = await service.Client.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("stopping", (await TestService.JsonAsync(health)).GetProperty("status").GetString());
        var late = await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)));
        await TestService.ProblemAsync(late, 503, "stopping");
        Assert.NotNull(late.Headers.RetryAfter);
        Assert.False(stop.IsCompleted);
        model.Let();
        Assert.All(await Task.WhenAll(accepted), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await stop;
        await Assert.ThrowsAsync<HttpRequestException>(() => service.Client.GetAsync("/healthz"));
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Two_services_run_side_by_side_and_one_after_the_other()
    {
        await using var first = await TestService.StartAsync();
        await using (var second = await TestService.StartAsync()) Assert.NotEqual(first.Service.Address, second.Service.Address);
        Assert.Equal(HttpStatusCode.OK, (await first.Client.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        await using var first = await TestService.StartAsync();
        var port = first.Service.Address.Port;
        var error = await Assert.ThrowsAsync<UserError>(() => PredictionService.StartAsync(TestService.Parts(new FakeModel(), new FakeDirectory()), new ServiceOptions { Port = port }));
        Assert.Contains(port.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message);
        Assert.Contains("taken", error.Message);
    }

    public static TheoryData<string, ServiceOptions> Mistakes => new()
    {
        { "Port", new ServiceOptions { Port = -1 } },
        { "somewhere", new ServiceOptions { Host = "somewhere" } },
        { "QueueLength", new ServiceOptions { QueueLength = 0 } },
        { "LongestWait", new ServiceOptions { LongestWait = TimeSpan.Zero } },
        { "MaxBatch", new ServiceOptions { MaxBatch = 0 } },
        { "UploadTimeout", new ServiceOptions { UploadTimeout = TimeSpan.Zero } },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task An_option_out_of_range_is_named(string named, ServiceOptions options) =>
        Assert.Contains(named, (await Assert.ThrowsAsync<UserError>(() => PredictionService.StartAsync(TestService.Parts(new FakeModel(), new FakeDirectory()), options))).Message);

    [Fact]
    public async Task With_a_certificate_it_speaks_tls()
    {
        using var certificate = SelfSigned();
        await using var service = await PredictionService.StartAsync(TestService.Parts(new FakeModel(), new FakeDirectory()), new ServiceOptions { Port = 0, Certificate = certificate });
        Assert.Equal("https", service.Address.Scheme);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, seen, _, _) => seen!.Thumbprint == certificate.Thumbprint };
        using var client = new HttpClient(handler) { BaseAddress = service.Address };
        Assert.Contains("ok", await client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task An_address_for_every_machine_is_told_as_one_that_opens_here()
    {
        await using var service = await PredictionService.StartAsync(TestService.Parts(new FakeModel(), new FakeDirectory()), new ServiceOptions { Port = 0, Host = "0.0.0.0" });
        Assert.Equal("127.0.0.1", service.Address.Host);
    }

    static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
