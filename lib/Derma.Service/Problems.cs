using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Derma.Service;

/// <summary>Errors as problem details (RFC 9457): what the service itself has to say, and never an exception's text that was not written for people.</summary>
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

    /// <summary>Writes the answer, whatever types the client prefers.</summary>
    public static Task WriteAsync(HttpContext context, ServiceProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var details = new ProblemDetails
        {
            Type = "about:blank",
            Title = ReasonPhrases.GetReasonPhrase(problem.Status),
            Status = problem.Status,
            Detail = problem.Message,
            Extensions = { ["code"] = problem.Code },
        };
        return context.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json");
    }

    static int Status(PhotoError photo) => photo.Code switch
    {
        "not-a-photo" => 415,
        "too-many-pixels" => 413,
        _ => 422,
    };
}
