namespace Plotly.NET;

/// <summary>A trace on cartesian axes.</summary>
public class Trace2D(string traceTypeName) : Trace(traceTypeName);
