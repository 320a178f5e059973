namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The sink of the cell that the current flow of execution belongs to; tasks and threads a cell starts inherit it.</summary>
internal static class AmbientDisplay
{
    static readonly AsyncLocal<IDisplaySink?> sink = new();

    public static IDisplaySink? Sink
    {
        get => sink.Value;
        set => sink.Value = value;
    }

    public static IDisplaySink Required => Sink ?? throw new InvalidOperationException("Nothing can be displayed outside of a running cell.");
}
