using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Derma.Service.Tests;

/// <summary>A server on this machine that gives prepared answers one after the other and keeps what it was asked.</summary>
sealed class AnswerServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<Func<HttpContext, Task>> answers = [];

    AnswerServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers, string Body)> Asked { get; } = [];

    public static async Task<AnswerServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new AnswerServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public AnswerServer Then(string body, int status = 200, string? retryAfter = null) => Then(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    });

    /// <summary>Promises more than it sends.</summary>
    public AnswerServer ThenCut(string body) => Then(async context =>
    {
        context.Response.ContentLength = body.Length + 100;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public AnswerServer ThenNothing() => Then(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    AnswerServer Then(Func<HttpContext, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Asked.Enqueue((context.Request.Path, headers, await new StreamReader(context.Request.Body).ReadToEndAsync()));
        if (answers.TryDequeue(out var answer)) await answer(context);
        else context.Response.StatusCode = 418;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
