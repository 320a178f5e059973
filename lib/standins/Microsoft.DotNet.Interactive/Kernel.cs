using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every C# cell has in scope by <c>using static</c>.</summary>
public abstract class Kernel
{
    internal Kernel() { }

    public static DisplayedValue display(object value, params string[] mimeTypes) => new(AmbientDisplay.Required, value, mimeTypes);

    public static IHtmlContent HTML(string content) => new HtmlString(content);

    public static void Javascript(string scriptContent) => Show($"<script type=\"text/javascript\">{scriptContent}</script>");

    public static void CSS(string content) => Show($"<style>{content}</style>");

    static void Show(string html) => _ = new DisplayedValue(AmbientDisplay.Required, html, "text/html");
}
