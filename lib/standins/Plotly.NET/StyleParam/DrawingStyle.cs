namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>A line's <c>dash</c>.</summary>
    public class DrawingStyle
    {
        readonly string value;

        DrawingStyle(string value) => this.value = value;

        public static DrawingStyle Solid { get; } = new("solid");
        public static DrawingStyle Dash { get; } = new("dash");
        public static DrawingStyle Dot { get; } = new("dot");

        public object Convert() => value;
    }
}
