using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace Derma.Papers;

/// <summary>Charts as HTML and as JSON for pages that carry plotly.js themselves, so that nothing is fetched from a network.</summary>
public static class ChartHtml
{
    /// <summary>
    /// A place and the script that draws the chart into it by <c>Plotly.newPlot</c>, in the text colour of the page around it. The script
    /// waits for <c>window.Plotly</c>; where it never comes, one sentence stands in the chart's place.
    /// </summary>
    public static string Of(GenericChart chart)
    {
        var figure = Figure(chart);
        var json = figure.ToJsonString();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        var script = new Html(ChartScript.Text.Replace("CHART_ID", id).Replace("CHART_FIGURE", json));
        var style = $"margin:0;width:100%;min-height:{Height(figure)}px";
        return Html.Of($"""
            <figure class="derma-chart" data-chart="{id}" aria-label="{Title(figure)}" style="{style}"></figure>
            <script>
            {script}
            </script>
            """).Markup;
    }

    /// <summary>
    /// <c>{data, layout, frames, config}</c>: what <c>application/vnd.plotly.v1+json</c> holds. Numbers that JSON lacks are null.
    /// </summary>
    public static string FigureJson(GenericChart chart) => Figure(chart).ToJsonString();

    static JsonObject Figure(GenericChart chart)
    {
        var figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        WithoutNaN(figure["data"]!);
        figure["layout"]!["autosize"] = true;
        figure["config"] = Config();
        return figure;
    }

    // plotly.js offers a button that uploads the figure unless it is told not to.
    static JsonObject Config() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["showSendToCloud"] = false,
        ["plotlyServerURL"] = "",
        ["modeBarButtonsToRemove"] = new JsonArray("select2d", "lasso2d", "autoScale2d"),
    };

    static void WithoutNaN(JsonNode node)
    {
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++)
                if (IsNaN(list[i])) list[i] = null;
                else if (list[i] is { } item) WithoutNaN(item);
        if (node is JsonObject members)
            foreach (var (_, member) in members)
                if (member is not null) WithoutNaN(member);
    }

    // The package's serializer writes such numbers as these strings.
    static bool IsNaN(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text is "NaN" or "Infinity" or "-Infinity";

    static string Title(JsonObject figure) => (string?)(figure["layout"]?["title"] as JsonObject)?["text"] ?? "Chart";

    static int Height(JsonObject figure) => (int?)figure["layout"]?["height"] ?? 450;
}

/// <summary>What draws a chart in a page; CHART_ID and CHART_FIGURE stand for its place and its figure.</summary>
static class ChartScript
{
    public const string Text = """
        (function () {
          var place = document.querySelector('[data-chart="CHART_ID"]:not([data-drawn])');
          if (!place) return;
          place.setAttribute('data-drawn', '');
          var figure = CHART_FIGURE;
          var dark = window.matchMedia('(prefers-color-scheme: dark)');
          var patience = Date.now() + 20000;
          function paper() {
            for (var e = place; e; e = e.parentElement) {
              var color = getComputedStyle(e).backgroundColor;
              if (/^rgb\(/.test(color)) return color;
            }
            return dark.matches ? '#1e1e1e' : '#ffffff';
          }
          function theme() {
            var ink = getComputedStyle(place).color;
            if (!/^rgb/.test(ink)) return {};
            var edge = 'rgba(128,128,128,0.6)';
            return { 'font.color': ink, 'hoverlabel.font.color': ink, 'hoverlabel.bgcolor': paper(), 'hoverlabel.bordercolor': edge };
          }
          function recolor() { window.Plotly.relayout(place, theme()); }
          function draw() {
            if (window.Plotly) {
              window.Plotly.newPlot(place, figure.data, figure.layout, figure.config).then(recolor);
              dark.addEventListener('change', function () { setTimeout(recolor, 50); });
            } else if (Date.now() < patience) setTimeout(draw, 50);
            else place.textContent = 'This chart needs plotly.js, which this page does not carry.';
          }
          draw();
        })();
        """;
}
