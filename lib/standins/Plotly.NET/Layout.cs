namespace Plotly.NET;

/// <summary>A figure's <c>layout</c>; its attributes are dynamic members.</summary>
public class Layout : DynamicObj.DynamicObj;
