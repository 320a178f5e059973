using Newtonsoft.Json;

namespace Plotly.NET;

/// <summary>One entry of a figure's <c>data</c>; its attributes are dynamic members.</summary>
public class Trace(string traceTypeName) : DynamicObj.DynamicObj
{
    // Of a dynamic object the serializer writes only the declared members that say so.
    [JsonProperty]
    public string type { get; set; } = traceTypeName;
}
