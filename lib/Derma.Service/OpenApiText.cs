using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Derma.Service;

/// <summary>What the OpenAPI document says beyond types.</summary>
static class OpenApiText
{
    public static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Derma prediction service",
            Version = "v1",
            Description = "An ensemble of networks looks at a photo of skin. Not for diagnosis. Errors are problem details (RFC 9457) with a field 'code' for programs.",
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
