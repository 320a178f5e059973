namespace Derma.Notebooks.Outputs;

/// <summary>The mime types that the writers know how to show; images in base64.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";
    public const string Text = "text/plain";
    public const string Markdown = "text/markdown";
    public const string JavaScript = "application/javascript";
    public const string Mermaid = "text/vnd.mermaid";
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Svg = "image/svg+xml";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    /// <summary>Whether values of the type are JSON.</summary>
    public static bool IsJson(string mimeType) => mimeType.EndsWith("json", StringComparison.Ordinal);
}
