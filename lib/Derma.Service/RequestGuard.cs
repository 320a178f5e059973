using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>Around every request: safe headers, errors as problem details, one line in the log, one count. Neither holds a query, a file name or a photo.</summary>
sealed class RequestGuard(ServiceMetrics metrics, ILogger log, TimeProvider time)
{
    /// <summary>What reverse proxies say where the client went away; nobody receives it.</summary>
    const int ClientGone = 499;

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var start = time.GetTimestamp();
        SafeHeaders.Set(context.Response.Headers);
        try
        {
            await next(context);
            if (IsBareError(context.Response)) await Problems.WriteAsync(context, Problems.OfStatus(context.Response.StatusCode));
        }
        catch (Exception error)
        {
            await AnswerAsync(context, error);
        }
        Note(context, time.GetElapsedTime(start));
    }

    static bool IsBareError(HttpResponse response) => response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    async Task AnswerAsync(HttpContext context, Exception error)
    {
        var problem = Problems.Of(error);
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : ClientGone;
            return;
        }
        // The message may quote what was sent, so only the kind and the place of the error are logged.
        if (problem is null or { Status: 502 } && error.GetBaseException() is var cause) log.LogError("{Error}\n{Place}", cause.GetType().FullName, cause.StackTrace);
        if (context.Response.HasStarted) context.Abort();
        else await WriteAsync(context, problem ?? Problems.OfStatus(500));
    }

    static async Task WriteAsync(HttpContext context, ServiceProblem problem)
    {
        context.Response.Clear();
        SafeHeaders.Set(context.Response.Headers);
        await Problems.WriteAsync(context, problem);
    }

    void Note(HttpContext context, TimeSpan took)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        metrics.RequestDone(route, context.Response.StatusCode);
        log.LogInformation("{Method} {Route} {Status} {Milliseconds:0.0} ms", KnownMethod(context.Request.Method), route, context.Response.StatusCode, took.TotalMilliseconds);
    }

    // A method is any word that a client likes.
    static string KnownMethod(string method) => HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) ? method : "(other)";
}
