using DynamicObj;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default,
        Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D("heatmap")
            .Set("name", Name).Set("x", X).Set("xgap", XGap).Set("y", Y).Set("ygap", YGap)
            .Set("z", zData.Select(row => row.ToArray()).ToArray())
            .Set("colorscale", ColorScale, scale => scale.Convert()).Set("showscale", ShowScale);
        var chart = GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
        return ReverseYAxis.Or(false)
            ? GenericChart.addLayout(new Layout().With("yaxis", axis => axis.Set("autorange", "reversed")), chart)
            : chart;
    }
}
