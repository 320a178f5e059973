using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Derma.Service;

/// <summary>Which address leads where, and what the OpenAPI document says of it.</summary>
static class Routes
{
    public static void Map(IEndpointRouteBuilder app, ServiceParts parts, ServiceOptions options, ServiceState state)
    {
        MapPredictions(app, new PredictionEndpoint(parts, options, state), new ReportEndpoint(parts, state));
        MapFinder(app, new FinderEndpoint(parts));
        MapOperation(app, parts, state);
        MapPage(app, new PageFiles());
        app.MapOpenApi("/openapi/v1.json");
    }

    static void MapPredictions(IEndpointRouteBuilder app, PredictionEndpoint predictions, ReportEndpoint reports)
    {
        app.MapPost("/api/predictions", (Delegate)predictions.AnswerAsync)
            .WithTags("Predictions").WithSummary("Asks the model about one photo. Not for diagnosis.")
            .WithDescription("A JPEG or PNG in the one file field 'photo'. Nothing is stored, metadata is dropped, "
                + "the file name is never looked at.")
            .Produces<PredictionBody>().AddOpenApiOperationTransformer(OpenApiText.PhotoForm)
            .WithProblems(400, 408, 413, 415, 422, 429, 500, 503);
        app.MapGet("/api/predictions/{id}/report", reports.GetAsync)
            .WithTags("Predictions").WithSummary("A prediction's report, for some minutes after it.")
            .WithDescription("As PDF, or as a page: by the parameter 'format' (pdf, html), else by the Accept header.")
            .Produces<Stream>(200, "application/pdf", "text/html").WithProblems(400, 404, 429, 500);
    }

    static void MapFinder(IEndpointRouteBuilder app, FinderEndpoint finder)
    {
        app.MapGet("/api/dermatologists", finder.NearAsync)
            .WithTags("Finder").WithSummary("Dermatologists near a place, the nearest first.")
            .WithDescription("lat -90 to 90, lon -180 to 180, radius in kilometres up to 50 (25), openNow (false), pageSize 1 to 20 (20), "
                + "page: the 'next' of an earlier answer.")
            .Produces<DermatologistsBody>().WithProblems(400, 429, 500, 502);
        app.MapGet("/api/places", finder.Places)
            .WithTags("Finder").WithSummary("Towns by name, for people who type a place.")
            .Produces<PlacesBody>().WithProblems(400, 429, 500);
    }

    static void MapOperation(IEndpointRouteBuilder app, ServiceParts parts, ServiceState state)
    {
        app.MapGet("/healthz", () => Results.Json(HealthBody.Of(parts.Model.Info, state), statusCode: state.Acceptance.Closed ? 503 : 200))
            .WithTags("Operation").WithSummary("Whether it takes requests: 503 while stopping.")
            .Produces<HealthBody>().Produces<HealthBody>(503);
        app.MapGet("/model", new ModelEndpoint(parts.Model.Info).Get)
            .WithTags("Operation").WithSummary("The model's card: what it was trained on, how well it does, what it is not for.")
            .WithDescription("As a page, or as JSON: by the parameter 'format' (html, json), else by the Accept header.")
            .Produces<Card>().Produces<string>(200, "text/html").WithProblems(400, 429, 500);
        var metrics = app.CreateApplicationBuilder().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        app.MapGet("/metrics", (Delegate)((HttpContext context) => metrics(context)))
            .WithTags("Operation").WithSummary("Counters and histograms in the Prometheus text format.")
            .Produces<string>(200, "text/plain");
    }

    static void MapPage(IEndpointRouteBuilder app, PageFiles page)
    {
        app.MapGet("/", page.Index).ExcludeFromDescription();
        app.MapGet("/assets/{name}", page.Asset).ExcludeFromDescription();
    }

    static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}

/// <summary>What the OpenAPI document says beyond types.</summary>
static class OpenApiText
{
    public static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Derma prediction service",
            Version = "v1",
            Description = "An ensemble of networks looks at a photo of skin. Not for diagnosis. "
                + "Errors are problem details (RFC 9457) with a field 'code' for programs.",
        };
        return Task.CompletedTask;
    }

    /// <summary>The body of a prediction, which is read from the wire and not bound to a parameter.</summary>
    public static Task PhotoForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "photo" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["photo"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "A JPEG or PNG file." },
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    }
}
