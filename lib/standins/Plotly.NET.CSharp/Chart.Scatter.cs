using DynamicObj;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<Color> LineColor = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D("scatter")
            .Set("x", x.ToArray()).Set("y", y.ToArray()).Set("mode", mode.Convert())
            .Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity)
            .Set("text", MultiText)
            .Set("fill", Fill, fill => fill.Convert()).Set("fillcolor", FillColor)
            .With("marker", marker => marker.Set("color", MarkerColor).Set("symbol", MarkerSymbol, symbol => symbol.Convert()))
            .With("line", line => line.Set("color", LineColor).Set("width", LineWidth).Set("dash", LineDash, dash => dash.Convert()));
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<Color> MarkerColor = default, Optional<Color> LineColor = default, Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default, Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter<XType, YType, TextType>(
            x, y, ShowMarkers.Or(false) ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines,
            Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, MarkerColor: MarkerColor,
            LineColor: LineColor, LineWidth: LineWidth, LineDash: LineDash, Fill: Fill, FillColor: FillColor, UseDefaults: UseDefaults);

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter<XType, YType, TextType>(
            x, y, StyleParam.Mode.Markers, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity,
            MarkerColor: MarkerColor, MarkerSymbol: MarkerSymbol, UseDefaults: UseDefaults);
}
