using DynamicObj;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<Color> MarkerColor = default, Optional<bool> UseDefaults = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible
    {
        var trace = Named(Name, ShowLegend, Opacity, MarkerColor).Set("x", values.ToArray()).Set("y", Keys).Set("orientation", "h");
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<Color> MarkerColor = default, Optional<bool> UseDefaults = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible
    {
        var trace = Named(Name, ShowLegend, Opacity, MarkerColor).Set("x", Keys).Set("y", values.ToArray()).Set("orientation", "v");
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    static Trace2D Named(Optional<string> name, Optional<bool> showLegend, Optional<double> opacity, Optional<Color> color) =>
        new Trace2D("bar").Set("name", name).Set("showlegend", showLegend).Set("opacity", opacity).With("marker", m => m.Set("color", color));
}
