using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

public class FigureJsonTests
{
    [Fact]
    public void A_line_is_a_scatter_trace_with_mode_lines()
    {
        var chart = Chart.Line<int, double, string>(
            [1, 2], [0.5, 0.25], Name: "loss", LineColor: Color.fromString("red"), LineWidth: 2, LineDash: StyleParam.DrawingStyle.Dot, UseDefaults: false);
        AssertFigure(
            """{"data":[{"type":"scatter","x":[1,2],"y":[0.5,0.25],"mode":"lines","name":"loss","line":{"color":"red","width":2.0,"dash":"dot"}}],"layout":{},"frames":[]}""", chart);
    }

    [Fact]
    public void Markers_are_shown_when_asked_for() =>
        Assert.Equal("lines+markers", (string?)Trace(Chart.Line<int, int, string>([1], [1], ShowMarkers: true))["mode"]);

    [Fact]
    public void Points_have_a_symbol_and_a_colour()
    {
        var trace = Trace(Chart.Point<int, int, string>([1], [1], MarkerColor: Color.fromString("blue"), MarkerSymbol: StyleParam.MarkerSymbol.Diamond));
        Assert.Equal("markers", (string?)trace["mode"]);
        Assert.Equal("""{"color":"blue","symbol":"2"}""", trace["marker"]!.ToJsonString());
    }

    [Fact]
    public void A_fill_reaches_to_the_trace_before() =>
        Assert.Equal("tonexty", (string?)Trace(Chart.Line<int, int, string>([1], [1], Fill: StyleParam.Fill.ToNext_y))["fill"]);

    [Fact]
    public void Bars_lie_and_columns_stand()
    {
        string[] keys = ["a", "b"];
        AssertTrace("""{"type":"bar","x":[3,4],"y":["a","b"],"orientation":"h"}""", Chart.Bar<int, string, string>([3, 4], Keys: new(keys, true)));
        AssertTrace("""{"type":"bar","x":["a","b"],"y":[3,4],"orientation":"v"}""", Chart.Column<int, string, string>([3, 4], Keys: new(keys, true)));
    }

    [Fact]
    public void A_heat_map_has_rows_and_a_colour_scale_of_pairs()
    {
        var scale = StyleParam.Colorscale.NewCustom([Tuple.Create(0.0, Color.fromString("white")), Tuple.Create(1.0, Color.fromString("red"))]);
        AssertTrace(
            """{"type":"heatmap","z":[[1,2],[3,4]],"colorscale":[[0.0,"white"],[1.0,"red"]]}""",
            Chart.Heatmap<int, string, string, string>([[1, 2], [3, 4]], ColorScale: scale));
    }

    [Fact]
    public void A_heat_map_reads_from_top_to_bottom_when_its_axis_is_reversed() =>
        Assert.Equal("reversed", (string?)Layout(Chart.Heatmap<int, string, string, string>([[1]], ReverseYAxis: true))["yaxis"]!["autorange"]);

    [Fact]
    public void Combined_charts_keep_all_traces_in_order()
    {
        var chart = Chart.Combine([Chart.Point<int, int, string>([1], [1], Name: "a"), Chart.Point<int, int, string>([2], [2], Name: "b")]);
        Assert.Equal(["a", "b"], chart.GetTraces().Select(trace => (string)((dynamic)trace).name));
    }

    [Fact]
    public void Defaults_are_600_by_600_pixels()
    {
        var layout = Layout(Chart.Point<int, int, string>([1], [1]));
        Assert.Equal((600, 600), ((int)layout["width"]!, (int)layout["height"]!));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(5e-324)]
    [InlineData(1.7976931348623157e308)]
    [InlineData(-123456789.12345679)]
    public void Numbers_come_back_to_the_bit(double value) =>
        Assert.Equal(value, (double)Trace(Chart.Point<int, double, string>([1], [value]))["y"]![0]!);

    [Fact]
    public void Any_attribute_can_be_set_by_name()
    {
        dynamic layout = new Layout();
        layout.hovermode = "x unified";
        layout.margin = new { l = 5 };
        var chart = GenericChart.setLayout((Layout)layout, Chart.Point<int, int, string>([1], [1]));
        Assert.Equal("""{"hovermode":"x unified","margin":{"l":5}}""", Layout(chart).ToJsonString());
    }

    static void AssertFigure(string expected, GenericChart chart) => AssertSame(expected, Figure(chart));

    static void AssertTrace(string expected, GenericChart chart) => AssertSame(expected, Trace(chart));

    static void AssertSame(string expected, JsonNode actual)
    {
        RemoveEmptyObjects(actual["data"]?[0] ?? actual);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
    }

    // The package writes an empty marker where the stand-in writes none; to plotly.js both say the same.
    static void RemoveEmptyObjects(JsonNode node)
    {
        foreach (var (name, child) in node.AsObject().Where(pair => pair.Value is JsonObject).ToList())
        {
            RemoveEmptyObjects(child!);
            if (child!.AsObject().Count == 0) node.AsObject().Remove(name);
        }
    }

    static JsonNode Trace(GenericChart chart) => Figure(chart)["data"]![0]!;

    static JsonNode Layout(GenericChart chart) => Figure(chart)["layout"]!;

    static JsonNode Figure(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!;
}
