using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>A request that is answered with problem details (RFC 9457).</summary>
/// <param name="status">HTTP status, 400 to 599.</param>
/// <param name="code">For programs, in words with hyphens.</param>
/// <param name="detail">One sentence for the person who asked.</param>
sealed class ServiceProblem(int status, string code, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>When to come back; null where coming back does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Writes the answer, whatever types the client prefers.</summary>
    public Task WriteAsync(HttpContext context)
    {
        if (RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(Message, statusCode: Status, title: ReasonPhrases.GetReasonPhrase(Status), type: "about:blank",
            extensions: new Dictionary<string, object?> { ["code"] = Code }).ExecuteAsync(context);
    }
}

/// <summary>What the service itself has to say about errors, and never an exception's text that was not written for people.</summary>
static class Problems
{
    /// <summary>What an error means for the one who asked; null for one that the service did not foresee.</summary>
    public static ServiceProblem? Of(Exception error) => error switch
    {
        ServiceProblem problem => problem,
        PhotoError photo => new ServiceProblem(Status(photo), photo.Code, photo.Message),
        UserError user => new ServiceProblem(400, "bad-request", user.Message),
        DirectoryError directory => new ServiceProblem(502, "directory-unavailable", directory.Message),
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ => null,
    };

    /// <summary>For answers that have a status and nothing else.</summary>
    public static ServiceProblem OfStatus(int status) => status switch
    {
        404 => new(status, "not-found", "There is nothing at this address."),
        405 => new(status, "method-not-allowed", "This address does not take this method."),
        408 => new(status, "upload-timeout", "The upload took too long; try again on a better connection or with a smaller photo."),
        413 => new(status, "too-large", "The upload is too large."),
        500 => new(status, "internal-error", "Something went wrong in the service; the photo was not kept. Try again."),
        _ => new(status, "bad-request", "The request is not as HTTP must be."),
    };

    static int Status(PhotoError photo) => photo.Code switch
    {
        "not-a-photo" => 415,
        "too-many-pixels" => 413,
        _ => 422,
    };
}

/// <summary>
/// Answers every exception with problem details. Where the client has gone, ASP.NET Core notes 499 and nobody is answered.
/// </summary>
sealed class ProblemHandler(ILogger log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Problems.Of(exception);
        // The message may quote what was sent, so only the kind and the place of the error are logged.
        if (problem is null or { Status: 502 } && exception.GetBaseException() is var cause)
            log.LogError("{Error}\n{Place}", cause.GetType().FullName, cause.StackTrace);
        await (problem ?? Problems.OfStatus(500)).WriteAsync(context);
        return true;
    }
}
