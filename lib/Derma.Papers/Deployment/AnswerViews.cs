using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Derma.Papers;

/// <summary>What the service sends, as a notebook shows it.</summary>
public static partial class AnswerViews
{
    /// <summary>An answer's photo with bars of the likeliest classes, and its warnings.</summary>
    public static HtmlView Answer(ServiceReply reply, DrawnPhoto photo)
    {
        var answer = reply.Json;
        var classes = answer.GetProperty("classes").EnumerateArray().ToArray();
        var panel = new PredictionPanel(
            [.. classes.Select(one => one.GetProperty("title").GetString()!)], [.. classes.Select(one => one.GetProperty("probability").GetSingle())], label: null);
        var warnings = answer.GetProperty("warnings").EnumerateArray().Select(warning => Notes.Of("The photo:", warning.GetProperty("text").GetString()!).Html);
        return new HtmlView(
            PredictionPanel.Style + panel.Html(photo.DataUri, answer.GetProperty("sure").GetBoolean() ? null : "Not sure") + string.Concat(warnings) + Notes.NotForDiagnosis.Html);
    }

    /// <summary>The photo with the heat map over it: the lighter the colour, the more a place speaks for the answer.</summary>
    public static HtmlView HeatMap(ServiceReply reply, DrawnPhoto photo)
    {
        if (reply.Json.GetProperty("heatMap").Deserialize<HeatMapGrid>(JsonSerializerOptions.Web) is not { } map) return Notes.Of("No heat map.", "This model file cannot tell what speaks for its answer.");
        return new HtmlView($"""
            <figure style="margin:.8em 0;width:300px"><img src="data:image/jpeg;base64,{Convert.ToBase64String(HeatMapOverlay.OfPhoto(photo.Jpeg, map))}" alt="The uploaded drawing under its heat map" style="width:100%;display:block;border-radius:6px">
            <figcaption>{(map.Exact ? "Class activation map" : "Grad-CAM")} of {Markup.Encode(reply.Json.GetProperty("title").GetString())}, {map.Width} × {map.Height} cells.</figcaption></figure>
            """);
    }

    /// <summary>JSON as it came, with line breaks, to unfold.</summary>
    public static HtmlView Json(ServiceReply reply) => new(
        $"""<details><summary>HTTP {reply.Status}, {Markup.Encode(reply.ContentType)}, {reply.Body.Length:N0} bytes</summary><pre tabindex="0" style="overflow:auto;max-height:30em">{Markup.Encode(NumberLists().Replace(reply.IndentedJson, OneLine))}</pre></details>""");

    /// <summary>A page in a frame of its own.</summary>
    /// <param name="html">A page that needs nothing else.</param>
    /// <param name="title">What it is, for screen readers.</param>
    public static HtmlView Page(string html, string title) => new(
        $"""<iframe title="{Markup.Encode(title)}" sandbox srcdoc="{Markup.Encode(html)}" style="width:100%;height:640px;border:1px solid rgba(128,128,128,.4);border-radius:6px;background:#fff"></iframe>""");

    /// <summary>A file to save, inside the page, so that the link still works when the service has stopped.</summary>
    public static HtmlView Download(ServiceReply file, string name) => new(
        $"""<p><a download="{Markup.Encode(name)}" href="data:{Markup.Encode(file.ContentType)};base64,{Convert.ToBase64String(file.Body)}">{Markup.Encode(name)}</a> ({Markup.Encode(file.ContentType)}, {file.Body.Length / 1e3:0} kB)</p>""");

    /// <summary>Practices, the nearest first.</summary>
    public static HtmlView Practices(ServiceReply reply)
    {
        var list = reply.Json;
        return Tables.Of(
            ["Practice", "Address", "Kilometres", "Certification", "Open now"],
            list.GetProperty("items").EnumerateArray().Select(item => (IReadOnlyList<object?>)
            [
                item.GetProperty("name").GetString(), item.GetProperty("address").GetString(), item.GetProperty("kilometres").GetDouble().ToString("0.0", CultureInfo.InvariantCulture),
                item.GetProperty("certification").GetString(), item.GetProperty("openNow") switch { { ValueKind: JsonValueKind.True } => "yes", { ValueKind: JsonValueKind.False } => "no", _ => "unknown" },
            ]),
            list.GetProperty("source").GetString());
    }

    static string OneLine(Match list) => Spaces().Replace(list.Value, " ");

    [GeneratedRegex(@"\[[\d\s.,eE+-]+\]")]
    private static partial Regex NumberLists();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
