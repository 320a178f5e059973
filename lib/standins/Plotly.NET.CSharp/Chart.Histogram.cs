using DynamicObj;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<int> NBinsX = default, Optional<Color> MarkerColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D("histogram")
            .Set("x", X).Set("y", Y).Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity)
            .Set("nbinsx", NBinsX).With("marker", marker => marker.Set("color", MarkerColor));
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }
}
