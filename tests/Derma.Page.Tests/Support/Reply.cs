using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Derma.Page.Tests.Support;

/// <summary>What the service may reply.</summary>
static class Reply
{
    public static Task JsonAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    /// <summary>A problem document of RFC 9457.</summary>
    public static Func<HttpContext, Task> Problem(int status, string detail = "", string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(new JsonObject { ["status"] = status, ["title"] = "Refused", ["detail"] = detail, ["code"] = "test" }.ToJsonString());
    };

    public static Task ReportAsync(HttpContext context)
    {
        var html = context.Request.Query["format"] == "html";
        context.Response.ContentType = html ? "text/html" : "application/pdf";
        return context.Response.WriteAsync(html ? "<!doctype html><title>Report</title>" : "%PDF-1.7 report");
    }
}
