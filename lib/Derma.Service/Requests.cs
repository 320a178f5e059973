using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>Around every request: safe headers, one line in the log, one count. Neither holds a query, a file name or a photo.</summary>
sealed class Requests(ServiceMetrics metrics, ILogger log, TimeProvider time)
{
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var (start, method) = (time.GetTimestamp(), KnownMethod(context.Request.Method));
        context.Response.OnStarting(SafeHeaders.SetAsync, context.Response.Headers);
        // Whoever answers GET answers HEAD: Kestrel goes by the method on the wire and leaves the body out.
        if (method == HttpMethods.Head) context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            Note(context, method, time.GetElapsedTime(start));
        }
    }

    void Note(HttpContext context, string method, TimeSpan took)
    {
        // Where an exception was answered, the endpoint stands with it.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var status = context.Response.StatusCode;
        metrics.RequestDone(route, status);
        log.LogInformation("{Method} {Route} {Status} {Milliseconds:0.0} ms", method, route, status, took.TotalMilliseconds);
    }

    // A method is any word that a client likes.
    static string KnownMethod(string method) =>
        HttpMethods.GetCanonicalizedValue(method) is "GET" or "POST" or "HEAD" ? HttpMethods.GetCanonicalizedValue(method) : "(other)";
}

/// <summary>
/// What browsers are told on every answer that says nothing else: nothing from elsewhere, no inline script, camera and position for this
/// page alone.
/// </summary>
static class SafeHeaders
{
    const string Page =
        "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A report is one file that needs nothing else: its style is inside, and it has no script.</summary>
    public const string Report =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static readonly (string Name, string Value)[] Usual =
    [
        ("Content-Security-Policy", Page), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"),
        ("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    public static Task SetAsync(object headers)
    {
        foreach (var (name, value) in Usual) ((IHeaderDictionary)headers).TryAdd(name, value);
        return Task.CompletedTask;
    }
}

/// <summary>How many requests to <c>/api</c> one client may send a minute.</summary>
static class ClientLimit
{
    const int IPv6NetworkBytes = 8;

    public static void Set(RateLimiterOptions limiter, int aMinute)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            Client(context) is { } client && aMinute > 0
                ? RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(aMinute))
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
        limiter.OnRejected = (rejected, _) => new(Refusal(rejected.Lease).WriteAsync(rejected.HttpContext));
    }

    // Programs on this machine are its owner's; a proxy on it names the client.
    static IPAddress? Client(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api")
        && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
            ? Network(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            : null;

    // A household has 2^64 addresses of IPv6: all of them are one client.
    static IPAddress Network(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? address
        : new IPAddress([.. address.GetAddressBytes()[..IPv6NetworkBytes], .. new byte[IPv6NetworkBytes]]);

    static TokenBucketRateLimiterOptions Bucket(int aMinute) => new()
    {
        TokenLimit = aMinute, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / aMinute, QueueLimit = 0,
    };

    static ServiceProblem Refusal(RateLimitLease lease) =>
        new(429, "too-many-requests", "You asked very often; wait a moment before you ask again.")
        {
            RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
        };
}

/// <summary>What a client would rather have.</summary>
static class AcceptHeader
{
    /// <summary>Whether a type stands first among those that the request accepts.</summary>
    public static bool Prefers(this HttpRequest request, string mediaType) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType == mediaType;
}
