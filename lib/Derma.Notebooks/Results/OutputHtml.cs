using System.Text;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Results;

/// <summary>Outputs as HTML.</summary>
internal sealed class OutputHtml(MarkdownHtml markdown, bool canPlot)
{
    public string Html(Output output) => output switch
    {
        StreamOutput stream => $"<pre class=\"stream {Markup.Encode(stream.Name)}\" tabindex=\"0\">{Markup.Encode(stream.Text.TrimEnd('\n'))}</pre>\n",
        ErrorOutput error => $"<pre class=\"error\" role=\"alert\" tabindex=\"0\">{Markup.Encode(string.Join('\n', error.Lines))}</pre>\n",
        DisplayOutput display => Shown(display.Data),
        ResultOutput result => Shown(result.Data),
        _ => "",
    };

    string Shown(IReadOnlyDictionary<string, string> data) => $"<div class=\"shown\">{Best(data)}</div>\n";

    string Best(IReadOnlyDictionary<string, string> data)
    {
        if (canPlot && data.TryGetValue(MimeTypes.Plotly, out var figure)) return Markup.Chart("plotly", figure);
        if (data.TryGetValue(MimeTypes.Html, out var html)) return html;
        if (data.TryGetValue(MimeTypes.Svg, out var svg)) return svg;
        if (data.TryGetValue(MimeTypes.Png, out var png)) return Image(MimeTypes.Png, png);
        if (data.TryGetValue(MimeTypes.Jpeg, out var jpeg)) return Image(MimeTypes.Jpeg, jpeg);
        if (data.TryGetValue(MimeTypes.Markdown, out var text)) return markdown.ToHtml(text);
        if (data.TryGetValue(MimeTypes.Mermaid, out var diagram)) return $"<pre class=\"mermaid\">{Markup.Encode(diagram)}</pre>";
        if (data.TryGetValue(MimeTypes.JavaScript, out var script)) return $"<script>(async () => {{\n{Markup.Script(script)}\n}})();</script>";
        return $"<pre tabindex=\"0\">{Markup.Encode(data.GetValueOrDefault(MimeTypes.Text) ?? string.Join('\n', data.Values))}</pre>";
    }

    static string Image(string mimeType, string base64) => $"<img src=\"data:{mimeType};base64,{Markup.Encode(base64.Trim())}\" alt=\"\">";
}
