using DynamicObj;

namespace Plotly.NET.CSharp;

public static class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) => GenericChart.getLayout(gChart);

    public static Trace[] GetTraces(this GenericChart gChart) => [.. gChart.Traces];

    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default) =>
        GenericChart.addLayout(new Layout().Set("width", Width).Set("height", Height), gChart);

    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Tuple<MinType, MaxType>> MinMax = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible =>
        GenericChart.addLayout(new Layout().With("xaxis", axis => Style(axis, TitleText, MinMax)), gChart);

    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Tuple<MinType, MaxType>> MinMax = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible =>
        GenericChart.addLayout(new Layout().With("yaxis", axis => Style(axis, TitleText, MinMax)), gChart);

    static void Style<TMin, TMax>(DynamicObj.DynamicObj axis, Optional<string> title, Optional<Tuple<TMin, TMax>> range)
    {
        axis.With("title", t => t.Set("text", title));
        axis.Set("range", range, pair => new object?[] { pair.Item1, pair.Item2 });
    }
}
