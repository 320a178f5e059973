namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>How a scatter trace shows its points: <c>mode</c>.</summary>
    public sealed class Mode
    {
        readonly string value;

        Mode(string value) => this.value = value;

        public static Mode Lines { get; } = new("lines");
        public static Mode Markers { get; } = new("markers");
        public static Mode Lines_Markers { get; } = new("lines+markers");
        public static Mode Text { get; } = new("text");

        public object Convert() => value;
    }
}
