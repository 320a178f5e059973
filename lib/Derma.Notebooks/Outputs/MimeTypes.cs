namespace Derma.Notebooks.Outputs;

/// <summary>The mime types that the writers know how to show; images in base64.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html", Text = "text/plain", Markdown = "text/markdown", Json = "application/json";
    public const string JavaScript = "application/javascript", Mermaid = "text/vnd.mermaid", Plotly = "application/vnd.plotly.v1+json";
    public const string Svg = "image/svg+xml", Png = "image/png", Jpeg = "image/jpeg";

    /// <summary>Whether values of the type are JSON.</summary>
    public static bool IsJson(string mimeType) => mimeType.EndsWith("json", StringComparison.Ordinal);
}
