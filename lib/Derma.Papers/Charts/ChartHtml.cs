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
        return $$"""
            <figure class="derma-chart" data-chart="{{id}}" aria-label="{{Markup.Encode(Title(figure))}}" style="margin:0;width:100%;min-height:{{Height(figure)}}px"></figure>
            <script>
            {{ChartScript.Text.Replace("CHART_ID", id).Replace("CHART_FIGURE", json)}}
            </script>
            """;
    }

    /// <summary><c>{data, layout, frames, config}</c>: what <c>application/vnd.plotly.v1+json</c> holds. Numbers that JSON lacks are null.</summary>
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
    static bool IsNaN(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text is "NaN" or "Infinity" or "-Infinity";

    static string Title(JsonObject figure) => (string?)(figure["layout"]?["title"] as JsonObject)?["text"] ?? "Chart";

    static int Height(JsonObject figure) => (int?)figure["layout"]?["height"] ?? 450;
}
