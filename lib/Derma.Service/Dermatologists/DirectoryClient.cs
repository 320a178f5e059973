using System.Net;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Derma.Service;

/// <summary>Asks a server for JSON: a time-out for each request, one retry, and errors in the directory's name.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="name">For messages.</param>
/// <param name="options">Time-out and pause.</param>
/// <param name="refused">Continues "Google Places refuses" for an answer that a setting could mend; null for any other answer.</param>
sealed class DirectoryClient(HttpClient http, string name, DirectoryOptions options, Func<HttpStatusCode, string, string?> refused)
{
    // No page of answers comes near it.
    const int MaxBytes = 8 << 20;

    readonly ResiliencePipeline<(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body)> pipeline =
        new ResiliencePipelineBuilder<(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body)>()
            .AddRetry(new RetryStrategyOptions<(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body)>
            {
                MaxRetryAttempts = 1, Delay = options.RetryDelay,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome is { Exception: HttpRequestException } or { Exception: null, Result.Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests }),
                DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Exception is null ? Shorter(outcome.Outcome.Result.RetryAfter, options.Timeout) : null),
            })
            .AddTimeout(options.Timeout)
            .Build();

    /// <exception cref="DirectoryError">There is no answer, or not one that is understood.</exception>
    public async Task<T> SendAsync<T>(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var (status, _, body) = await AnswerAsync(request, cancellation).ConfigureAwait(false);
        if (status == HttpStatusCode.OK) return Parse<T>(body);
        var text = System.Text.Encoding.UTF8.GetString(body);
        throw new DirectoryError(refused(status, text) is { } reason ? $"{name} refuses {reason}." : $"{name} answered {(int)status}; try again later.");
    }

    async Task<(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body)> AnswerAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await OnceAsync(request, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutRejectedException || error is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new DirectoryError($"{name} did not answer within {options.Timeout.TotalSeconds:0.#} s.", error);
        }
        catch (HttpRequestException error)
        {
            throw new DirectoryError($"{name} could not be asked ({error.Message.TrimEnd('.')}).", error);
        }
    }

    async Task<(HttpStatusCode, TimeSpan?, byte[])> OnceAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        using var message = request();
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellation).ConfigureAwait(false);
        return (response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
    }

    T Parse<T>(byte[] body)
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

    static TimeSpan? Shorter(TimeSpan? asked, TimeSpan most) => asked > most ? most : asked;
}
