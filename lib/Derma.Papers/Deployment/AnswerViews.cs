using System.Text.RegularExpressions;

namespace Derma.Papers;

/// <summary>What the service is asked and what it sends, as a notebook shows it.</summary>
public static partial class AnswerViews
{
    /// <summary>The upload.</summary>
    public static HtmlView Photo(DrawnPhoto photo) => new(Html.Of($"""
        <figure class="dw-photo"><img src="{photo.DataUri}" alt="A drawing of a skin condition">
        <figcaption>{photo.Text}. A drawing, not a photo.</figcaption></figure>
        """));

    /// <summary>An answer's photo with bars of the likeliest classes, and its warnings.</summary>
    public static HtmlView Answer(ServiceReply reply, DrawnPhoto photo)
    {
        var answer = reply.Read<PredictionBody>();
        var panel = new PredictionPanel(
            [.. answer.Classes.Select(one => one.Title)], [.. answer.Classes.Select(one => (float)one.Probability)], label: null);
        var warnings = answer.Warnings.Select(warning => Notes.Of("The photo:", warning.Text).Html);
        return new HtmlView(
            panel.Of(photo.DataUri, answer.Sure ? null : "Not sure").Markup + string.Concat(warnings) + Notes.NotForDiagnosis.Html);
    }

    /// <summary>The photo with the heat map over it: the lighter the colour, the more a place supports the answer.</summary>
    public static HtmlView HeatMap(ServiceReply reply, DrawnPhoto photo)
    {
        var answer = reply.Read<PredictionBody>();
        if (answer.HeatMap is not { } map) return Notes.Of("No heat map.", "This model file cannot tell what speaks for its answer.");
        var picture = Convert.ToBase64String(HeatMapOverlay.OfPhoto(photo.Jpeg, map));
        var kind = map.Exact ? "Class activation map" : "Grad-CAM";
        return new HtmlView(Html.Of($"""
            <figure class="dw-photo"><img src="data:image/jpeg;base64,{picture}" alt="The uploaded drawing under its heat map">
            <figcaption>{kind} of {answer.Title}, {map.Width} × {map.Height} cells.</figcaption></figure>
            """));
    }

    /// <summary>JSON as it came, with line breaks, to unfold.</summary>
    public static HtmlView Json(ServiceReply reply) => new(Html.Of($"""
        <details class="dw-json"><summary>HTTP {reply.Status}, {reply.ContentType}, {reply.Body.Length:N0} bytes</summary>
        <pre tabindex="0">{NumberLists().Replace(reply.IndentedJson, OneLine)}</pre></details>
        """));

    /// <summary>A page in a frame of its own.</summary>
    /// <param name="html">A page that needs nothing else.</param>
    /// <param name="title">What it is, for screen readers.</param>
    public static HtmlView Page(string html, string title) =>
        new(Html.Of($"<iframe class=\"dw-page\" title=\"{title}\" sandbox srcdoc=\"{html}\"></iframe>"));

    /// <summary>A file to save, inside the page, so that the link still works when the service has stopped.</summary>
    public static HtmlView Download(ServiceReply file, string name) => new(Html.Of($"""
        <p><a download="{name}" href="data:{file.ContentType};base64,{Convert.ToBase64String(file.Body)}">{name}</a>
        ({file.ContentType}, {file.Body.Length / 1e3:0} kB)</p>
        """));

    /// <summary>Practices, the nearest first.</summary>
    public static HtmlView Practices(ServiceReply reply)
    {
        var list = reply.Read<DermatologistsBody>();
        return Tables.Of(
            ["Practice", "Address", "Kilometres", "Certification", "Open now"],
            list.Items.Select(one => (IReadOnlyList<object?>)
                [one.Name, one.Address, Numbers.Text(one.Kilometres, "0.0"), one.Certification,
                    one.OpenNow is { } open ? Numbers.Cell(open) : "unknown"]),
            list.Source);
    }

    static string OneLine(Match list) => Spaces().Replace(list.Value, " ");

    [GeneratedRegex(@"\[[\d\s.,eE+-]+\]")]
    private static partial Regex NumberLists();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
