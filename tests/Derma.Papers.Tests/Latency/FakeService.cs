using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Derma.Papers.Tests;

/// <summary>A web server in this process that behaves like the prediction service as far as a test needs.</summary>
sealed class FakeService : IAsyncDisposable
{
    readonly WebApplication app;

    FakeService(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<FakeService> StartAsync(Func<HttpContext, Task> predict, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        app.MapPost("/api/predictions", predict);
        await app.StartAsync();
        return new FakeService(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
