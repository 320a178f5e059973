using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Plotly.NET;

namespace Derma.Papers.Tests;

/// <summary>Charts and fragments as a reader of the page finds them.</summary>
static class FigureReader
{
    public static JsonNode Json(this GenericChart chart) => JsonNode.Parse(ChartHtml.FigureJson(chart))!;

    public static JsonNode[] Traces(this GenericChart chart) => [.. chart.Json()["data"]!.AsArray().Select(trace => trace!)];

    public static JsonNode Trace(this GenericChart chart, string name) => chart.Traces().First(trace => (string?)trace["name"] == name);

    public static JsonNode Layout(this GenericChart chart) => chart.Json()["layout"]!;

    public static double?[] Numbers(this JsonNode trace, string member) => [.. trace[member]!.AsArray().Select(value => (double?)value)];

    public static string[] Texts(this JsonNode trace, string member) => [.. trace[member]!.AsArray().Select(value => (string)value!)];

    public static IHtmlDocument Parsed(this HtmlView view) => new HtmlParser().ParseDocument(view.Html);
}
