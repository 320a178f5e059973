namespace Plotly.NET;

/// <summary>One entry of a figure's <c>data</c>; its attributes are dynamic members.</summary>
public class Trace(string traceTypeName) : DynamicObj.DynamicObj
{
    public string type { get; set; } = traceTypeName;
}
