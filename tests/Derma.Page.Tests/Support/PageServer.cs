using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Derma.Page.Tests.Support;

/// <summary>Serves the embedded page as the service does, and answers what a test tells it to.</summary>
sealed class PageServer : IAsyncDisposable
{
    const string Policy = "default-src 'self'; img-src 'self' blob: data:";

    static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".html"] = "text/html; charset=utf-8",
    };

    WebApplication? application;

    /// <summary>With a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public JsonNode Health { get; set; } = new JsonObject { ["status"] = "ok" };

    public Func<HttpContext, Task> OnPrediction { get; set; } = context => Reply.JsonAsync(context, Answers.Sure());

    public Func<HttpContext, Task> OnReport { get; set; } = Reply.ReportAsync;

    public Func<HttpContext, Task> OnDermatologists { get; set; } = context => Reply.JsonAsync(context, Practices.Page(context.Request.Query));

    public Func<HttpContext, Task> OnPlaces { get; set; } = context => Reply.JsonAsync(context, Practices.Places(context.Request.Query["q"]!));

    /// <summary>What the searches so far asked for.</summary>
    public List<Dictionary<string, string>> Searches { get; } = [];

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.MapGet("/", context => AssetAsync(context, "index.html"));
        application.MapGet("/assets/{name}", context => AssetAsync(context, (string)context.Request.RouteValues["name"]!));
        application.MapGet("/healthz", context => Reply.JsonAsync(context, Health));
        application.MapPost("/api/predictions", context => OnPrediction(context));
        application.MapGet("/api/predictions/{id}/report", context => OnReport(context));
        application.MapGet("/api/places", context => OnPlaces(context));
        application.MapGet("/api/dermatologists", context =>
        {
            Searches.Add(context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
            return OnDermatologists(context);
        });
        await application.StartAsync();
        Address = application.Urls.Single() + "/";
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null) await application.DisposeAsync();
    }

    /// <summary>A file of the page, or null.</summary>
    public static Stream? Open(string name) => typeof(PredictionService).Assembly.GetManifestResourceStream($"page/{name}");

    static async Task AssetAsync(HttpContext context, string name)
    {
        await using var file = Open(name);
        if (file is null) { context.Response.StatusCode = 404; return; }
        context.Response.ContentType = Types[Path.GetExtension(name)];
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await file.CopyToAsync(context.Response.Body);
    }
}
