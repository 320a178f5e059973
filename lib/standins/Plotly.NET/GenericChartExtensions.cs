using DynamicObj;

namespace Plotly.NET;

public static class GenericChartExtensions
{
    public static GenericChart WithTitle(this GenericChart @this, string title) =>
        GenericChart.addLayout(new Layout().With("title", t => t.Set("text", title)), @this);

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        GenericChart.addLayout(new Layout().Set("showlegend", showlegend), @this);

    public static GenericChart WithLayout(this GenericChart @this, Layout layout) => GenericChart.addLayout(layout, @this);
}
