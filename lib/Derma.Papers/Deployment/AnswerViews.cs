namespace Derma.Papers;

/// <summary>What the service is asked and what it sends, as a notebook shows it.</summary>
public static class AnswerViews
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

    /// <summary>The photo, and beside it the same under a heat map: the lighter the colour, the more a place supports the answer.</summary>
    /// <param name="map">Cells over the photo.</param>
    /// <param name="photo">The upload.</param>
    /// <param name="title">Of the class that the map is about.</param>
    public static HtmlView HeatMap(HeatMapGrid map, DrawnPhoto photo, string title)
    {
        var picture = Convert.ToBase64String(HeatMapOverlay.OfPhoto(photo.Jpeg, map));
        var kind = map.Exact ? "Class activation map" : "Grad-CAM";
        return new HtmlView(Html.Of($"""
            <div class="dw-pair"><figure class="dw-photo"><img src="{photo.DataUri}" alt="The uploaded drawing">
            <figcaption>The upload.</figcaption></figure>
            <figure class="dw-photo"><img src="data:image/jpeg;base64,{picture}" alt="The uploaded drawing under its heat map">
            <figcaption>{kind} of {title}, {map.Width} × {map.Height} cells.</figcaption></figure></div>
            """));
    }

    /// <summary>A page in a frame of its own, which may run no scripts and can be drawn higher or lower by its corner.</summary>
    /// <param name="html">A page that needs nothing else.</param>
    /// <param name="title">What it is, for screen readers.</param>
    public static HtmlView Page(string html, string title) =>
        new(Html.Of($"<iframe class=\"dw-page\" title=\"{title}\" sandbox srcdoc=\"{html}\"></iframe>"));

    /// <summary>A file to save, inside the page, so that the link still works when the service has stopped.</summary>
    public static HtmlView Download(ServiceReply file, string name) => new(Html.Of($"""
        <p><a download="{name}" href="data:{file.ContentType};base64,{Convert.ToBase64String(file.Body)}">{name}</a>
        ({file.ContentType}, {file.Body.Length / 1e3:0} kB)</p>
        """));
}
