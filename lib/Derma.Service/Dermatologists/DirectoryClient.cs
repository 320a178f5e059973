using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Derma.Service;

/// <summary>How a directory on the network is asked.</summary>
public abstract record DirectoryOptions
{
    /// <summary>Time for one request and its whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause before the one retry after 408, 429, a 5xx answer or a broken connection, where the server names none.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>A directory that did not answer, or not in a way that is understood.</summary>
/// <param name="message">One sentence that names the directory.</param>
/// <param name="inner">What happened.</param>
public sealed class DirectoryError(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Asks a server for JSON: a time-out for each request, one retry, and errors in the directory's name.</summary>
/// <param name="name">For messages.</param>
/// <param name="options">Time-out and pause.</param>
/// <param name="refused">Continues "Google Places refuses" for an answer that a setting could mend; null for any other answer.</param>
sealed class DirectoryClient(string name, DirectoryOptions options, Func<HttpStatusCode, string, string?> refused)
{
    readonly HttpClient http = Client(options);

    /// <exception cref="DirectoryError">There is no answer, or not one that is understood.</exception>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await AnswerAsync(request, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK) return Parse<T>(body);
        throw new DirectoryError(refused(response.StatusCode, body) is { } reason
            ? $"{name} refuses {reason}."
            : $"{name} answered {(int)response.StatusCode}; try again later.");
    }

    async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutRejectedException
            || error is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new DirectoryError($"{name} did not answer within {options.Timeout.TotalSeconds:0.#} s.", error);
        }
        catch (HttpRequestException error)
        {
            throw new DirectoryError($"{name} could not be asked ({error.Message.TrimEnd('.')}).", error);
        }
    }

    T Parse<T>(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new DirectoryError($"{name} sent something that is not the JSON it documents.", error);
        }
    }

    // Public servers ask programs to say who they are. The time-outs are the pipeline's.
    static HttpClient Client(DirectoryOptions options)
    {
        var version = typeof(DirectoryClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return new HttpClient(new ResilienceHandler(Pipeline(options)) { InnerHandler = new WholeAnswers() })
        {
            DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("DermaWorkbook", version.Split('+')[0]) } },
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    static ResiliencePipeline<HttpResponseMessage> Pipeline(DirectoryOptions options) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 1, Delay = options.RetryDelay, BackoffType = DelayBackoffType.Constant, UseJitter = false,
            // Who has waited in vain does not wait again.
            ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is not TimeoutRejectedException && HttpClientResiliencePredicates.IsTransient(attempt.Outcome)),
            DelayGenerator = attempt => ValueTask.FromResult(Shorter(attempt.Outcome.Result?.Headers.RetryAfter?.Delta, options.Timeout)),
        })
        .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.Timeout })
        .Build();

    static TimeSpan? Shorter(TimeSpan? asked, TimeSpan most) => asked > most ? most : asked;

    /// <summary>Reads the body before the pipeline judges the answer, so that time-out and retry are for all of it.</summary>
    sealed class WholeAnswers() : DelegatingHandler(new SocketsHttpHandler())
    {
        // No page of answers comes near it.
        const int MaxBytes = 8 << 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
    }
}

/// <summary>Links that others wrote.</summary>
static class WebLink
{
    /// <summary>The link where it is one for a browser; null where it is missing or anything else, such as a script.</summary>
    public static string? OrNull(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;
}
