namespace Derma.Papers;

/// <summary>Photos in pages, with what is known and what a model says about them. They are small JPEGs inside the page.</summary>
public static class Panels
{
    /// <summary>
    /// One prediction as the CNN report shows it (Figs. 8 to 10): photo, verdict, the five likeliest classes, all of them to unfold.
    /// </summary>
    /// <param name="photo">Path of the photo.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="probabilities">One for each class, adding up to 1.</param>
    /// <param name="label">The true class, null where it is unknown.</param>
    /// <param name="caption">Headline; the predicted class where null.</param>
    /// <exception cref="ArgumentException">The number of probabilities is not that of classes.</exception>
    /// <exception cref="UserError">The photo cannot be read.</exception>
    public static HtmlView Prediction(
        string photo, IReadOnlyList<string> classes, IReadOnlyList<float> probabilities, int? label = null, string? caption = null)
    {
        if (probabilities.Count != classes.Count)
            throw new ArgumentException($"{probabilities.Count} probabilities do not fit {classes.Count} classes.", nameof(probabilities));
        return new HtmlView(new PredictionPanel(classes, probabilities, label).Of(Thumbnail.OfFile(photo, Thumbnail.Large), caption));
    }

    /// <summary>A row of photos for each class, spread evenly over the class's files.</summary>
    /// <param name="photos">The set to show.</param>
    /// <param name="subset">Which part of it.</param>
    /// <param name="perClass">Photos of each class; fewer where there are fewer.</param>
    /// <remarks>A photo that cannot be read leaves its place empty, with the reason.</remarks>
    public static HtmlView SampleGrid(PhotoSet photos, Subset subset = Subset.Train, int perClass = 4)
    {
        var byClass = photos.Of(subset).ToLookup(photo => photo.Label);
        var rows = photos.Classes
            .Select((name, label) => PhotoGrid.Row(name, byClass[label].Count(), Spread([.. byClass[label]], perClass)));
        return PhotoGrid.Of($"{photos.Title}: {perClass} photos of each class", rows);
    }

    /// <summary>Rows of photos with a few words below each: the photos of a lesion, or one photo and those nearest to it.</summary>
    /// <param name="caption">Says what the rows show.</param>
    /// <param name="rows">A name for each row, and its photos with their words.</param>
    /// <remarks>A photo that cannot be read leaves its place empty, with the reason.</remarks>
    public static HtmlView Rows(string caption, IEnumerable<(string Name, IEnumerable<(Photo Photo, string Words)> Photos)> rows) =>
        PhotoGrid.Of(caption, rows.Select(row => PhotoGrid.Row(row.Name, row.Photos)));

    /// <summary>A photo and what augmentation makes of it.</summary>
    /// <param name="pixels">Count x size x size x 3 values in [0, 1], row-major; the first is the photo itself.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="caption">Says what was done.</param>
    /// <exception cref="ArgumentException">The values are no whole number of photos.</exception>
    public static HtmlView Augmentations(float[] pixels, int size, string caption = "A photo and what augmentation makes of it")
    {
        var length = size * size * 3;
        if (pixels.Length == 0 || pixels.Length % length != 0)
            throw new ArgumentException($"{pixels.Length} values are no whole number of {size} x {size} photos.", nameof(pixels));
        var figures = Enumerable.Range(0, pixels.Length / length)
            .Select(i => PhotoGrid.Picture(Thumbnail.OfPixels(pixels.AsSpan(i * length, length), size),
                i == 0 ? "original" : $"variant {i}"));
        return PhotoGrid.Of(caption, [PhotoGrid.Strip(figures)]);
    }

    /// <summary>Pictures that a notebook made, row by row.</summary>
    /// <param name="caption">Says what they show.</param>
    /// <param name="rows">The pictures of each row: a data URI and the words below it.</param>
    public static HtmlView Pictures(string caption, params IEnumerable<IEnumerable<(string Source, string Words)>> rows) =>
        PhotoGrid.Of(caption, rows.Select(row => PhotoGrid.Strip(row.Select(picture => PhotoGrid.Picture(picture.Source, picture.Words)))));

    static IEnumerable<Photo> Spread(IReadOnlyList<Photo> photos, int count) =>
        Enumerable.Range(0, Math.Min(count, photos.Count)).Select(i => photos[(int)((long)i * photos.Count / count)]);
}

/// <summary>The markup of photos in rows.</summary>
static class PhotoGrid
{
    public static HtmlView Of(string caption, IEnumerable<Html> rows) =>
        new(Html.Of($"<div class=\"dw-grid\"><h4>{caption}</h4>\n<div class=\"dw-rows\">{rows}</div></div>"));

    public static Html Strip(IEnumerable<Html> pictures) => Html.Of($"<div class=\"dw-photos\">{pictures}</div>");

    public static Html Row(string name, int count, IEnumerable<Photo> photos) =>
        Html.Of($"<section><p>{name} <span>({count})</span></p>{Strip(photos.Select(photo => Picture(photo, name)))}</section>\n");

    public static Html Row(string name, IEnumerable<(Photo Photo, string Words)> photos)
    {
        var pictures = photos.Select(one => Picture(one.Photo, one.Words, Html.Of($"<figcaption>{one.Words}</figcaption>")));
        return Html.Of($"<section><p>{name}</p>{Strip(pictures)}</section>\n");
    }

    public static Html Picture(string source, string caption) =>
        Html.Of($"<figure><img src=\"{source}\" alt=\"{caption}\"><figcaption>{caption}</figcaption></figure>");

    static Html Picture(Photo photo, string name, Html? below = null)
    {
        try
        {
            var source = Thumbnail.OfFile(photo.Path, Thumbnail.Small);
            var file = Path.GetFileName(photo.Path);
            return Html.Of($"<figure><img src=\"{source}\" alt=\"{name}\" title=\"{file}\">{below ?? Html.Empty}</figure>");
        }
        catch (UserError error)
        {
            return Html.Of($"<figure><figcaption>{error.Message}</figcaption></figure>");
        }
    }
}

/// <summary>The markup of one prediction: photo, verdict, bars of the likeliest classes, all classes to unfold.</summary>
sealed class PredictionPanel(IReadOnlyList<string> classes, IReadOnlyList<float> probabilities, int? label)
{
    const int Top = 5;

    readonly int[] order = [.. Enumerable.Range(0, classes.Count).OrderByDescending(c => probabilities[c])];

    public Html Of(string image, string? caption) => Html.Of($"""
        <section class="dw-prediction"><img src="{image}" alt="{(label is { } truth ? $"Photo of class {classes[truth]}" : "Photo")}">
        <div><h4>{caption ?? classes[order[0]]}</h4>{Verdict()}
        {Bars(order.Take(Top))}
        <details><summary>All {classes.Count} classes</summary>{Bars(order)}</details></div></section>
        """);

    Html Verdict()
    {
        var said = Html.Of($"Predicted <b>{classes[order[0]]}</b>, confidence {Numbers.Percent(probabilities[order[0]])}");
        if (label is not { } truth) return Html.Of($"<p>{said}.</p>");
        return truth == order[0]
            ? Html.Of($"<p><span class=\"dw-right\">✓ right:</span> {said}.</p>")
            : Html.Of($"""
                <p><span class="dw-wrong">✗ wrong:</span> {said};
                true is <b>{classes[truth]}</b> ({Numbers.Percent(probabilities[truth])}).</p>
                """);
    }

    Html Bars(IEnumerable<int> shown) => Html.Of($"<table><tbody>{shown.Select(Bar)}</tbody></table>");

    Html Bar(int c)
    {
        var kinds = string.Join(' ', new[] { c == order[0] ? "dw-first" : null, c == label ? "dw-true" : null }.OfType<string>());
        var width = Math.Max(0.3, probabilities[c] * 100);
        var name = classes[c] + (c == label ? " (true)" : "");
        return Html.Of($"""
            <tr class="{kinds}"><th scope="row">{name}</th><td><i style="width:{width:0.#}%"></i></td>
            <td class="dw-share">{Numbers.Percent(probabilities[c])}</td></tr>
            """);
    }
}
