using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Derma.Notebooks.Results;

/// <summary>The markdown of one page as HTML, with heading ids that occur once.</summary>
/// <param name="folder">Folder that relative image paths start from.</param>
/// <param name="links">The pages of the site, by the full path of the file that each was made from. A link to any other notebook or
/// markdown file becomes plain text.
/// </param>
public sealed partial class MarkdownHtml(string folder, IReadOnlyDictionary<string, string> links)
{
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    readonly List<(int Level, string Id, string Text)> headings = [];

    /// <summary>Level, id and text of the headings of what has been written so far.</summary>
    public IReadOnlyList<(int Level, string Id, string Text)> Headings => headings;

    /// <summary>The text as HTML; its headings are added to <see cref="Headings"/>.</summary>
    public string ToHtml(string text)
    {
        text = DisplayMath().Replace(text, "$$$$\n$1\n$$$$");
        var document = Parse(text);
        foreach (var heading in document.Descendants<HeadingBlock>()) Note(heading, PlainText(text, heading));
        foreach (var link in document.Descendants<LinkInline>().ToArray()) Redirect(link);
        foreach (var code in document.Descendants<FencedCodeBlock>().ToArray())
            if (ColouredCode.IsCSharp(code.Info ?? "")) Colour(code);
        return document.ToHtml(pipeline);
    }

    /// <summary>The text of the paragraph that states the claim, or else of the first paragraph.</summary>
    public static string Claim(string text)
    {
        var paragraphs = Parse(text).OfType<ParagraphBlock>().Select(block => PlainText(text, block)).ToArray();
        var claim = paragraphs.FirstOrDefault(paragraph => paragraph.StartsWith("Claim.", StringComparison.Ordinal));
        return claim?[6..].Trim() ?? paragraphs.FirstOrDefault() ?? "";
    }

    /// <summary>Text that is nested deeper than the parser goes stands as it is.</summary>
    static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            return new() { new HtmlBlock(null) { Lines = new($"<pre>{Markup.Encode(text)}</pre>") } };
        }
    }

    static string PlainText(string text, Block block) =>
        Markdown.ToPlainText(text[block.Span.Start..(block.Span.End + 1)], pipeline).ReplaceLineEndings(" ").Trim();

    void Note(HeadingBlock heading, string text)
    {
        var wanted = heading.GetAttributes().Id is { Length: > 0 } given ? given : "section";
        var id = wanted;
        for (var copy = 2; headings.Any(other => other.Id == id); copy++) id = $"{wanted}-{copy}";
        heading.GetAttributes().Id = id;
        headings.Add((heading.Level, id, text));
    }

    static void Colour(FencedCodeBlock code)
    {
        var lines = ColouredCode.Lines(code.Lines.ToString(), code.Info!);
        var html = new HtmlBlock(null) { Lines = new StringLineGroup($"<pre><code>{string.Join('\n', lines)}</code></pre>") };
        code.Parent![code.Parent.IndexOf(code)] = html;
    }

    void Redirect(LinkInline link)
    {
        if (link.Url is not { } url || url.Contains(':', StringComparison.Ordinal)) return;
        var address = url.Split('#', '?')[0];
        var path = Path.GetFullPath(Uri.UnescapeDataString(address).Replace('\0', '\uFFFD'), folder);
        if (link.IsImage && File.Exists(path)) link.Url = DataUri(path);
        if (Path.GetExtension(path) is not (".dib" or ".md")) return;
        if (links.TryGetValue(path, out var page)) link.Url = Markup.Address(page) + url[address.Length..];
        else link.ReplaceBy(new ContainerInline());
    }

    static string DataUri(string path)
    {
        var ending = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        var kind = ending switch { "svg" => "svg+xml", "jpg" => "jpeg", _ => ending };
        return $"data:image/{kind};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
    }

    // Markdig takes a formula between double dollars for a block only where the dollars have lines of their own.
    [GeneratedRegex(@"^\$\$(.+?)\$\$[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex DisplayMath();
}
