using DynamicObj;
using Newtonsoft.Json;

namespace Plotly.NET;

/// <summary>A figure: traces and layout. A chart made from another shares its traces.</summary>
public abstract class GenericChart
{
    GenericChart() { }

    internal abstract IReadOnlyList<Trace> Traces { get; }
    internal abstract Layout Layout { get; }

    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) =>
        new Figure([trace], useDefaults ? new Layout().Set("width", 600).Set("height", 600) : new Layout());

    public static GenericChart setLayout(Layout layout, GenericChart gChart) => new Figure(gChart.Traces, layout);

    public static GenericChart addLayout(Layout layout, GenericChart gChart) => setLayout(gChart.Layout.CombinedWith(layout), gChart);

    public static GenericChart combine(IEnumerable<GenericChart> gCharts) => gCharts.Aggregate(Combined);

    /// <summary><c>{data, layout, frames}</c>, as plotly's own tools write a figure.</summary>
    public static string toFigureJson(GenericChart gChart) =>
        JsonConvert.SerializeObject(new { data = gChart.Traces, layout = gChart.Layout, frames = Array.Empty<object>() });

    static GenericChart Combined(GenericChart first, GenericChart second)
    {
        var layout = first.Layout.CombinedWith(second.Layout);
        if (Annotations(first) is { } before && Annotations(second) is { } after) layout.Set("annotations", before.Concat(after).ToArray());
        return new Figure([.. first.Traces, .. second.Traces], layout);
    }

    static IEnumerable<object>? Annotations(GenericChart chart) => chart.Layout.Members.GetValueOrDefault("annotations") as IEnumerable<object>;

    sealed class Figure(IReadOnlyList<Trace> traces, Layout layout) : GenericChart
    {
        internal override IReadOnlyList<Trace> Traces => traces;
        internal override Layout Layout => layout;
    }
}
