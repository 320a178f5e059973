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

    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(Answer(prompt));

    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Answer(prompt)));

    static string Answer(string prompt) =>
        AmbientContext.Context?.Inputs.GetValueOrDefault(prompt) ?? throw new InvalidOperationException($"Nobody is asked here; give the answer by --input \"{prompt}=VALUE\".");

    static void Show(string html) => _ = new DisplayedValue(AmbientDisplay.Required, html, "text/html");
}
