namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>A marker's <c>symbol</c>; plotly knows each by a number too, which the package writes.</summary>
    public class MarkerSymbol
    {
        readonly string value;

        MarkerSymbol(string value) => this.value = value;

        public static MarkerSymbol Diamond { get; } = new("2");

        public object Convert() => value;
    }
}
