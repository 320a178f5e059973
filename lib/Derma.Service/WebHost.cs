using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Derma.Service;

/// <summary>Kestrel with limits, and nothing that reads settings files, the environment or signals.</summary>
static class WebHost
{
    const int MaxConnections = 256, MaxHeaders = 64, MaxHeaderBytes = 16 << 10, MaxLineBytes = 8 << 10;

    /// <summary>A sender who is slower than this, after a few seconds' grace, is cut off.</summary>
    const double LeastBytesASecond = 2_048;

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5), HeaderTime = TimeSpan.FromSeconds(10), IdleTime = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopTime = TimeSpan.FromMinutes(1);

    public static WebApplication Build(ServiceParts parts, ServiceOptions options, ServiceState state)
    {
        var name = typeof(WebHost).Assembly.GetName().Name;
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production, ApplicationName = name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Limit(server, options));
        Add(builder.Services, options, state);
        var app = builder.Build();
        Use(app, new Requests(state.Metrics, Log(options), parts.Time));
        Routes.Map(app, parts, options, state);
        return app;
    }

    public static ILogger Log(ServiceOptions options) => (options.Log ?? NullLoggerFactory.Instance).CreateLogger("Derma.Serving");

    static void Add(IServiceCollection services, ServiceOptions options, ServiceState state)
    {
        services.AddSingleton<IHostLifetime, NoSignals>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTime);
        services.AddRoutingCore();
        services.AddProblemDetails(problems =>
            problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.Remove("traceId"));
        services.AddSingleton<IExceptionHandler>(new ProblemHandler(Log(options)));
        services.AddRateLimiter(limiter => ClientLimit.Set(limiter, options.RequestsAMinute));
        services.Configure<ForwardedHeadersOptions>(headers => Trust(headers, options));
        services.AddOpenApi(document => document.AddDocumentTransformer(OpenApiText.Document));
        state.Metrics.Export(services);
    }

    static void Use(WebApplication app, Requests requests)
    {
        app.UseForwardedHeaders();
        app.Use(next => context => requests.RunAsync(context, next));
        app.UseExceptionHandler();
        app.UseStatusCodePages(bare => Problems.OfStatus(bare.HttpContext.Response.StatusCode).WriteAsync(bare.HttpContext));
        app.UseRouting();
        app.UseRateLimiter();
    }

    // Loopback is trusted by itself.
    static void Trust(ForwardedHeadersOptions headers, ServiceOptions options)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        foreach (var network in options.Proxies) headers.KnownIPNetworks.Add(network);
    }

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
        // The upload reader counts for itself and says so in words; then Kestrel reads on for some seconds, so that the sender gets to hear
        // it.
        server.Limits.MaxRequestBodySize = null;
        server.Listen(options.ListenOn(), options.Port, listen =>
        {
            if (options.Certificate is { } certificate) listen.UseHttps(certificate);
        });
    }

    /// <summary>Leaves Ctrl-C and SIGTERM to whoever started the service: in a notebook they are the kernel's.</summary>
    sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
