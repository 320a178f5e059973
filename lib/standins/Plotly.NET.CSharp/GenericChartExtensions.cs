namespace Plotly.NET.CSharp;

public static class GenericChartExtensions
{
    public static Trace[] GetTraces(this GenericChart gChart) => [.. gChart.Traces];
}
