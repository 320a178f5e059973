namespace Plotly.NET.CSharp;

/// <summary>The chart constructors; each folder of plotly's trace types has its own file.</summary>
public static partial class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);
}
