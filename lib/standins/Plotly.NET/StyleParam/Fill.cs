namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>What a scatter trace fills: <c>fill</c>.</summary>
    public sealed class Fill
    {
        readonly string value;

        Fill(string value) => this.value = value;

        public static Fill ToNext_y { get; } = new("tonexty");

        public object Convert() => value;
    }
}
