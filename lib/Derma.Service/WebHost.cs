using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>Kestrel with limits, and nothing that reads settings files, the environment or signals.</summary>
static class WebHost
{
    const int MaxConnections = 256, MaxHeaders = 64, MaxHeaderBytes = 16 << 10, MaxLineBytes = 8 << 10;

    /// <summary>A sender who is slower than this, after a few seconds' grace, is cut off.</summary>
    const double LeastBytesASecond = 2_048;

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5), HeaderTime = TimeSpan.FromSeconds(10), IdleTime = TimeSpan.FromSeconds(60), StopTime = TimeSpan.FromMinutes(1);

    public static WebApplication Build(ServiceParts parts, ServiceOptions options, ServiceState state)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ApplicationName = typeof(WebHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Limit(server, options));
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTime);
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi(document => document.AddDocumentTransformer(OpenApiText.Document));
        var app = builder.Build();
        var guard = new RequestGuard(state.Metrics, Log(options), parts.Time);
        app.Use(next => context => guard.RunAsync(context, next));
        Routes.Map(app, parts, options, state);
        return app;
    }

    public static ILogger Log(ServiceOptions options) => (options.Log ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).CreateLogger("Derma.Serving");

    static void Limit(KestrelServerOptions server, ServiceOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = MaxConnections;
        server.Limits.MaxRequestHeaderCount = MaxHeaders;
        server.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        server.Limits.MaxRequestLineSize = MaxLineBytes;
        server.Limits.RequestHeadersTimeout = HeaderTime;
        server.Limits.KeepAliveTimeout = IdleTime;
        server.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesASecond, Grace);
        // The upload reader counts for itself and says so in words; then Kestrel reads on for some seconds, so that the sender gets to hear it.
        server.Limits.MaxRequestBodySize = null;
        server.Listen(options.ListenOn(), options.Port, listen =>
        {
            if (options.Certificate is { } certificate) listen.UseHttps(certificate);
        });
    }
}
