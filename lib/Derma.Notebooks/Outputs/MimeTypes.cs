namespace Derma.Notebooks.Outputs;

/// <summary>The mime types that the writers know how to show.</summary>
public static class MimeTypes
{
    /// <summary>HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Plain text.</summary>
    public const string Text = "text/plain";

    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>JavaScript to run in the page.</summary>
    public const string JavaScript = "application/javascript";

    /// <summary>A mermaid diagram.</summary>
    public const string Mermaid = "text/vnd.mermaid";

    /// <summary>A plotly figure as JSON.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>An SVG drawing.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A PNG image in base64.</summary>
    public const string Png = "image/png";

    /// <summary>A JPEG image in base64.</summary>
    public const string Jpeg = "image/jpeg";
}
