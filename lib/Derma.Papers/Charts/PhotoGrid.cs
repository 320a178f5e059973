namespace Derma.Papers;

/// <summary>The markup of photos in rows.</summary>
static class PhotoGrid
{
    const string Style = """
        <style>
        .dw-grid{margin:.8em 0}
        .dw-grid h4{margin:0 0 .6em;font-size:1em}
        .dw-grid .dw-rows{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27em),1fr));gap:.9em 1.6em}
        .dw-grid section>p{margin:0 0 .25em;font-size:.85em}
        .dw-grid section>p span{opacity:.65}
        .dw-grid .dw-photos{display:flex;flex-wrap:wrap;gap:.35em}
        .dw-grid .dw-rows>.dw-photos{grid-column:1/-1}
        .dw-grid figure{margin:0;width:96px;font-size:.8em}
        .dw-grid img{display:block;width:96px;height:96px;border-radius:4px;object-fit:cover;background:color-mix(in srgb,currentColor 10%,transparent)}
        .dw-grid figcaption{opacity:.8;overflow-wrap:anywhere}
        </style>
        """;

    public static HtmlView Of(string caption, IEnumerable<string> rows) => new($"""
        {Style}
        <div class="dw-grid"><h4>{Markup.Encode(caption)}</h4>
        <div class="dw-rows">{string.Join('\n', rows)}</div></div>
        """);

    public static string Strip(IEnumerable<string> pictures) => $"""<div class="dw-photos">{string.Concat(pictures)}</div>""";

    public static string Row(string name, int count, IEnumerable<Photo> photos) =>
        $"""<section><p>{Markup.Encode(name)} <span>({count})</span></p>{Strip(photos.Select(photo => Picture(photo, name)))}</section>""";

    public static string Picture(string source, string caption) =>
        $"""<figure><img src="{source}" alt="{Markup.Encode(caption)}"><figcaption>{Markup.Encode(caption)}</figcaption></figure>""";

    static string Picture(Photo photo, string name)
    {
        try
        {
            return $"""<figure><img src="{Thumbnail.OfFile(photo.Path, Thumbnail.Small)}" alt="{Markup.Encode(name)}" title="{Markup.Encode(Path.GetFileName(photo.Path))}"></figure>""";
        }
        catch (UserError error)
        {
            return $"<figure><figcaption>{Markup.Encode(error.Message)}</figcaption></figure>";
        }
    }
}
