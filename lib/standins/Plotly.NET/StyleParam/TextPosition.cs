namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Where a point's text stands: <c>textposition</c>.</summary>
    public sealed class TextPosition
    {
        readonly string value;

        TextPosition(string value) => this.value = value;

        public static TextPosition MiddleRight { get; } = new("middle right");
        public static TextPosition TopCenter { get; } = new("top center");
        public static TextPosition Auto { get; } = new("auto");
        public static TextPosition Outside { get; } = new("outside");

        public object Convert() => value;

        public override string ToString() => value;
    }
}
